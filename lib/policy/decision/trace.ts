import type { Effect } from '../document/document';
import type { TextRange } from '../document/json-positions';
import type { PrincipalWay } from '../matching/principal-match';
import type { Answer } from '../matching/tri';
import type { AllowPath, LeafName } from './formula';
import type { LayerName, OtherAllow } from './request';
import type { Decision } from './settle';

type ElementName =
  | 'Principal'
  | 'NotPrincipal'
  | 'Action'
  | 'NotAction'
  | 'Resource'
  | 'NotResource'
  | 'Condition';

/** One element of a statement against the request; for Condition one per operator and key. */
export type ElementTrace = {
  readonly element: ElementName;
  readonly result: Answer;
  readonly explain: string;
  /** What the policy wants, variables filled in. */
  readonly wanted: readonly string[];
  /** What the request has; empty when it has none or nobody knows. */
  readonly found: readonly string[];
  /** The element in the text; absent when the statement lacks it. */
  readonly range?: TextRange;
  /** Of Condition only, as the document spells them. */
  readonly operator?: string;
  readonly key?: string;
  /** The context keys that would settle a `depends`. */
  readonly depends: readonly string[];
};

/** One statement against the request. */
export type StatementTrace = {
  readonly layer: LayerName;
  /** Of a guardrail with levels: 0 is the root of the organization. */
  readonly level?: number;
  readonly document: { readonly name: string; readonly arn?: string };
  readonly index: number;
  readonly sid?: string;
  readonly effect: Effect;
  readonly matched: Answer;
  /** How the statement reaches the caller, where it names principals. */
  readonly via?: PrincipalWay;
  readonly elements: readonly ElementTrace[];
  /** The elements that did not match or are not settled; a near miss has one. */
  readonly missing: readonly ElementTrace[];
  readonly explain: string;
  /** Whether the outcome would be another, had this and all other deciding statements not been there. */
  readonly deciding: boolean;
  readonly range: TextRange;
};

/** An allow that is no policy, with the explanation its service gave. */
export type OtherAllowTrace = {
  readonly id: string;
  readonly label: string;
  readonly side: OtherAllow['side'];
  readonly matched: Answer;
  readonly explain: string;
  readonly depends: readonly string[];
  readonly deciding: boolean;
};

/** `absent`: the layer does not apply to this request. */
export type LayerVerdict = 'allow' | 'explicitDeny' | 'implicitDeny' | 'depends' | 'absent';

/** One layer of policies, or (`other`) the allows that are none. */
export type LayerTrace = {
  readonly layer: LayerName | 'other';
  /** What the layer says by itself; a layer may refuse what another way allows. */
  readonly verdict: LayerVerdict;
  /** Whether the outcome hangs on this layer: it refused, or it holds a deciding statement. */
  readonly deciding: boolean;
  readonly explain: string;
  /** Per level of a guardrail, what that level says. */
  readonly levels: readonly LayerVerdict[];
  readonly statements: readonly StatementTrace[];
  readonly others: readonly OtherAllowTrace[];
};

/** A decision with everything that was looked at on the way. */
export type Explanation = Decision & {
  /** In the order AWS considers them. fact: authorization 2 */
  readonly layers: readonly LayerTrace[];
  /** Every way in which the request is allowed; empty when it is not. */
  readonly paths: readonly AllowPath[];
  /** What would have to change next for the request to be allowed, each by itself; empty when it is. */
  readonly wants: readonly Want[];
  /** One sentence for the whole decision. */
  readonly explain: string;
};

/** A question of the account rule that is not answered in favour of the request. */
export type Want = {
  readonly name: LeafName;
  readonly layer: LayerName;
  /** A Deny of the layer stands in the way; otherwise an Allow is missing. */
  readonly isDeny: boolean;
};
