import type { AskedRequest, DocumentPlace, PolicyDraft, WhoCanLook } from '../views';
import { type DeskTab, type PolicyDesk, placeWord, withRequest } from './policy-desk';
import type { Workspace } from './workspace';

/** What one does at the desk of the Policies tab. */
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
    lookWhoCan: (part: Partial<WhoCanLook>) =>
      change({ whoCan: { ...workspace.state.desk.whoCan, ...part } }),
    drillKey: (drilled: string) => change({ drilled }),
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
