import { withArticle } from '../document/problems';
import type { LayerName } from './request';
import type { Decision } from './settle';
import type { Explanation } from './trace';

/** How AWS calls the kinds of policy in its messages. fact: authorization 11. */
export const layerLabels: Readonly<Record<LayerName, string>> = {
  identity: 'identity-based policy',
  resource: 'resource-based policy',
  boundary: 'permissions boundary',
  session: 'session policy',
  scp: 'service control policy',
  rcp: 'resource control policy',
  endpoint: 'VPC endpoint policy',
};

/** `side` is there between two accounts only: a caller is told less about the side of the owner. */
export type Denial = {
  readonly kind: 'explicit' | 'implicit';
  readonly layer: LayerName;
  readonly side?: 'owner' | 'caller';
};

/** What an access-denied message is made of; undefined when the request was not refused. */
export function denialOf({ verdict, reason, side }: Decision): Denial | undefined {
  if (verdict === 'implicitDeny') return { kind: 'implicit', layer: reason as LayerName, side };
  if (verdict !== 'explicitDeny') return undefined;
  return { kind: 'explicit', layer: reason.slice('explicit:'.length) as LayerName, side };
}

/**
 * The end of AWS's message: `because no identity-based policy allows the x:Y action`, or `with an explicit deny in
 * a service control policy`, with the policy's ARN where one is given. fact: authorization 11.
 */
export function denialClause({ kind, layer }: Denial, action: string, policyArn?: string): string {
  const label = layerLabels[layer];
  if (kind === 'implicit') return `because no ${label} allows the ${action} action`;
  return `with an explicit deny in ${withArticle(label)}${policyArn ? `: ${policyArn}` : ''}`;
}

/** The ARN of the first policy with a deciding Deny in the layer that the message names. */
export function denyingPolicyArn(explanation: Explanation): string | undefined {
  const layer = denialOf(explanation)?.layer;
  const trace = explanation.layers.find((one) => one.layer === layer);
  return trace?.statements.find((statement) => statement.deciding && statement.effect === 'Deny')?.document
    .arn;
}
