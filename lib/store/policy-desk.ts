import type { AskedRequest, DocumentPlace, PolicyDraft } from '../views';
import type { Workspace } from './workspace';

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
}

export const EMPTY_DESK: PolicyDesk = { tab: 'edit', drafts: {} };

/** A document's place as one word. */
export function placeWord(place: DocumentPlace): string {
  return JSON.stringify(Object.entries(place).sort(([a], [b]) => (a < b ? -1 : 1)));
}

export function deskActions(workspace: Workspace) {
  const change = (part: Partial<PolicyDesk>) => {
    workspace.set({ desk: { ...workspace.state.desk, ...part } });
  };
  const show = () => workspace.set({ stage: 'policies', pane: 'stage' });
  return {
    showDesk: (tab: DeskTab) => change({ tab }),
    openDocument: (open: string) => change({ open }),
    draft: (place: DocumentPlace, text: string) => {
      const { drafts } = workspace.state.desk;
      change({ drafts: { ...drafts, [placeWord(place)]: { place, text } } });
    },
    /** Back to what is stored. */
    dropDrafts: (words: readonly string[]) => {
      const kept = Object.entries(workspace.state.desk.drafts).filter(([word]) => !words.includes(word));
      change({ drafts: Object.fromEntries(kept) });
    },
    chooseRequests: (requests: readonly AskedRequest[]) => change({ requests }),
    showSides: (sides: AskedRequest) => {
      change({ tab: 'sides', sides });
      show();
    },
    /** Puts changes into the editor, to be tried and looked at before they are stored. */
    tryDrafts: (drafts: readonly PolicyDraft[], request: AskedRequest) => {
      const [first] = drafts;
      if (!first) return;
      const { desk } = workspace.state;
      const named = Object.fromEntries(drafts.map((draft) => [placeWord(draft.place), draft]));
      const requests = desk.requests && withRequest(desk.requests, request);
      change({
        tab: 'edit',
        open: placeWord(first.place),
        drafts: { ...desk.drafts, ...named },
        requests: requests ?? [request],
      });
      show();
    },
  };
}

/** A request is asked once, however often it is chosen. */
export function withRequest(
  requests: readonly AskedRequest[],
  request: AskedRequest,
): readonly AskedRequest[] {
  const word = JSON.stringify(request);
  return requests.some((one) => JSON.stringify(one) === word) ? requests : [...requests, request];
}
