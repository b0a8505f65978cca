'use client';

import { type DeskDocument, overLines, saysTheSame } from '../../components/policy/desk-document';
import { offeredRequests } from '../../components/policy/offered-requests';
import { type PolicyDesk, placeWord, useAccess, useWorkspace } from '../../lib/store';
import type { AskedRequest, PoliciesView, PolicyDraft, PolicyVocabularyView } from '../../lib/views';

export interface Desk {
  readonly policies: PoliciesView | undefined;
  readonly vocabulary: PolicyVocabularyView | undefined;
  readonly documents: readonly DeskDocument[];
  /** Texts that were changed and not stored. */
  readonly drafts: readonly PolicyDraft[];
  readonly requests: readonly AskedRequest[];
  readonly desk: PolicyDesk;
}

/** What lies on the desk, beside what the world has stored. */
export function useDesk(): Desk {
  const desk = useWorkspace((state) => state.desk);
  const policies = useAccess('policies', (access, at) => access.policies(at)).value;
  const vocabulary = useAccess('vocabulary', (access, at) => access.vocabulary(at)).value;
  const documents = documentsOf(policies, desk);
  const drafts = documents
    .filter(({ isChanged }) => isChanged)
    .map(({ view, text }) => ({ place: view.place, text }));
  const requests = known(desk.requests ?? offeredRequests(policies?.requests ?? []), policies);
  return { policies, vocabulary, documents, drafts, requests, desk };
}

function documentsOf(policies: PoliciesView | undefined, desk: PolicyDesk): readonly DeskDocument[] {
  if (!policies) return [];
  const stored = policies.documents.map((view): DeskDocument => {
    const word = placeWord(view.place);
    const text = desk.drafts[word]?.text;
    const isChanged = text !== undefined && !saysTheSame(text, view.text);
    return { word, view, text: text ?? overLines(view.text), isChanged };
  });
  const words = new Set(stored.map(({ word }) => word));
  const added = Object.entries(desk.drafts).filter(([word]) => !words.has(word));
  return [...stored, ...added.flatMap(([word, draft]) => newDocument(word, draft))];
}

/** A policy that is only being written: an inline policy of somebody. Of what was deleted nothing is left. */
function newDocument(word: string, { place, text }: PolicyDraft): readonly DeskDocument[] {
  if (place.kind !== 'inline') return [];
  const holder = place.holder.slice(place.holder.lastIndexOf(':') + 1);
  const view = {
    id: word,
    place,
    kind: 'IAM policy',
    title: `IAM policy ${place.name} of ${holder} (new)`,
    attachedTo: [holder],
    account: place.holder.split(':')[4] ?? '',
    text: '',
  };
  return [{ word, view, text, isChanged: true }];
}

/** A request of a branch that was left is asked no more. */
function known(
  requests: readonly AskedRequest[],
  policies: PoliciesView | undefined,
): readonly AskedRequest[] {
  const ids = new Set(policies?.requests.map(({ requestId }) => requestId));
  return requests.filter((request) => !('requestId' in request) || ids.has(request.requestId));
}
