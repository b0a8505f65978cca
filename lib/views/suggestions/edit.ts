import type { ApiRequest, Principal } from '../../aws';
import type { Cloud } from '../../cloud';
import type { GrantRecord } from '../../kms';
import type { ExplainedCheck } from '../access';
import type { DocumentPlace } from '../model';

/** What an edit does to the world or to the request. */
export type Change =
  | { readonly kind: 'document'; readonly place: DocumentPlace; readonly text: string }
  | { readonly kind: 'grant'; readonly grant: GrantRecord }
  /** `option` is what is typed besides, or instead of what was typed. */
  | { readonly kind: 'request'; readonly request: ApiRequest; readonly option: string };

/** One edit that might help: the engine has the last word. */
export interface Edit {
  /** One plain sentence. Markdown. */
  readonly sentence: string;
  /** Why it may be a bad idea. */
  readonly risks: readonly string[];
  readonly change: Change;
}

/** A refused request as it stands after the edits made so far; the world is as they leave it. */
export interface Situation {
  readonly cloud: Cloud;
  readonly request: ApiRequest;
  readonly principal: Principal;
  /** The check that fails. */
  readonly check: ExplainedCheck;
}

/** Whether a check is about a KMS key. */
export function isAboutKey({ check }: Situation): boolean {
  return check.check.resource.startsWith('arn:') && check.check.resource.split(':')[2] === 'kms';
}
