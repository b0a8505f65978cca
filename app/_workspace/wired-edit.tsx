'use client';

import { EditTab } from '../../components/policy/edit-tab';
import { LiveAnswers, turnedWords } from '../../components/policy/live-answers';
import { RequestChoice } from '../../components/policy/request-choice';
import { placeWord, useAccess, useWorkspaceActions } from '../../lib/store';
import type { AskedRequest } from '../../lib/views';
import { useDesk } from './use-desk';
import { Waiting } from './waiting';

export function WiredEdit() {
  const { policies, vocabulary, documents, drafts, requests, desk } = useDesk();
  const act = useWorkspaceActions();
  const open = documents.find(({ word }) => word === desk.open) ?? documents[0];
  const own = open && { place: open.view.place, text: open.text };
  const others = drafts.filter(({ place }) => placeWord(place) !== open?.word);
  const question = { drafts: own ? [own, ...others] : others, requests };
  const tried = useAccess(
    policies ? JSON.stringify(question) : undefined,
    (access, at) => access.tryPolicy({ at, ...question }),
    true,
  ).value;
  if (!policies) return <Waiting />;
  const draft = tried?.drafts.find(({ place }) => placeWord(place) === open?.word);
  const without = (request: AskedRequest) => {
    const word = JSON.stringify(request);
    act.chooseRequests(requests.filter((one) => JSON.stringify(one) !== word));
  };
  return (
    <EditTab
      documents={documents}
      open={open}
      draft={draft}
      turned={turnedWords(tried?.requests ?? [])}
      vocabulary={vocabulary}
      onOpen={act.openDocument}
      onChange={({ view }, text) => act.draft(view.place, text)}
      onRevert={({ word }) => act.dropDrafts([word])}
      onRun={act.runByButton}
    >
      <LiveAnswers answers={tried?.requests} onRemove={without} onSides={act.showSides} />
      <RequestChoice
        requests={policies.requests}
        chosen={requests}
        suppose={vocabulary && { vocabulary, operations: SUPPOSED }}
        onChoose={act.chooseRequests}
      />
    </EditTab>
  );
}

/** Operations that policies are mostly written about. */
const SUPPOSED = [
  'Decrypt',
  'Encrypt',
  'GenerateDataKey',
  'GenerateDataKeyWithoutPlaintext',
  'ReEncrypt',
  'Sign',
  'Verify',
  'DescribeKey',
  'CreateGrant',
  'PutKeyPolicy',
  'DisableKey',
  'ScheduleKeyDeletion',
];
