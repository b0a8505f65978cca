import type { AskedRequest, DocumentPlace, PolicyDraft, WhoCanLook } from '../views';

export type DeskTab = 'edit' | 'who-can' | 'sides';

/** What lies on the desk of the Policies tab. It stays while other tabs are looked at. */
export interface PolicyDesk {
  readonly tab: DeskTab;
  /** The document that is open, by the word of its place; without one the first. */
  readonly open?: string | undefined;
  /** Texts that were changed and not stored, by the word of their place. */
  readonly drafts: Readonly<Record<string, PolicyDraft>>;
  /** The requests that every draft is tried on; without a choice those that the tab offers. */
  readonly requests?: readonly AskedRequest[] | undefined;
  /** The request whose two sides are shown. */
  readonly sides?: AskedRequest | undefined;
  /** ARN of the key in the lockout drill; without one the first. */
  readonly drilled?: string | undefined;
  readonly whoCan: WhoCanLook;
}

export const EMPTY_DESK: PolicyDesk = {
  tab: 'edit',
  drafts: {},
  whoCan: { group: 'usual', query: '', isCompared: true, changedOnly: false },
};

/** A document's place as one word. */
export function placeWord(place: DocumentPlace): string {
  return JSON.stringify(Object.entries(place).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A request is asked once, however often it is chosen. */
export function withRequest(
  requests: readonly AskedRequest[],
  request: AskedRequest,
): readonly AskedRequest[] {
  const word = JSON.stringify(request);
  return requests.some((one) => JSON.stringify(one) === word) ? requests : [...requests, request];
}
