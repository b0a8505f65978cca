'use client';

import { useState } from 'react';
import type { DeskDocument } from '../../components/policy/desk-document';
import { EditTab } from '../../components/policy/edit-tab';
import { LiveAnswers, turnedWords } from '../../components/policy/live-answers';
import { PoliciesPanel, type PoliciesTab } from '../../components/policy/policies-panel';
import { SidesTab } from '../../components/policy/sides-tab';
import { WhoCanDetail } from '../../components/who-can/who-can-detail';
import { WhoCanTab } from '../../components/who-can/who-can-tab';
import type { WhoCanLook } from '../../lib/views';
import * as policies from './fixtures/policies';

const nothing = () => undefined;
const keys = [{ id: policies.policyDocument.id, label: 'alias/pan-field' }];

/** The Policies tab on fixtures. */
export function PoliciesState({ first }: { first: PoliciesTab }) {
  const [tab, setTab] = useState(first);
  return (
    <PoliciesPanel tab={tab} onTab={setTab}>
      {tab === 'edit' ? <Edit /> : null}
      {tab === 'who-can' ? <WhoCan /> : null}
      {tab === 'sides' ? <Sides /> : null}
    </PoliciesPanel>
  );
}

function Edit() {
  const [text, setText] = useState(policies.policyText);
  const open: DeskDocument = { word: 'key', view: policies.policyDocument, text, isChanged: true };
  return (
    <EditTab
      documents={[open]}
      open={open}
      draft={policies.policyDraft}
      vocabulary={undefined}
      turned={turnedWords(policies.answers)}
      onOpen={nothing}
      onChange={(_, changed) => setText(changed)}
      onRevert={() => setText(policies.policyText)}
      onRun={nothing}
    >
      <LiveAnswers answers={policies.answers} onRemove={nothing} onSides={nothing} />
    </EditTab>
  );
}

function WhoCan() {
  const [look, setLook] = useState<WhoCanLook>({
    group: 'usual',
    query: '',
    isCompared: true,
    changedOnly: false,
  });
  return (
    <WhoCanTab
      view={policies.whoCan}
      keys={keys}
      principals={[]}
      subject={policies.policyDocument.id}
      look={look}
      onLook={(part) => setLook({ ...look, ...part })}
      drafts={1}
      command="aws kms get-key-policy --region eu-west-1 --key-id alias/pan-field"
      onRun={nothing}
    >
      <WhoCanDetail
        view={policies.whoCanDetail}
        label="role/payments-app"
        before="refused"
        onAsk={nothing}
        onSides={nothing}
      />
    </WhoCanTab>
  );
}

function Sides() {
  return (
    <SidesTab
      requests={[{ id: '7', label: 'Decrypt by role/auditor in eu-west-1' }]}
      request="7"
      onRequest={nothing}
      handshake={policies.handshake}
      keys={keys}
      chosenKey={policies.policyDocument.id}
      onKey={nothing}
      care={policies.keyCare}
      drafts={0}
    />
  );
}
