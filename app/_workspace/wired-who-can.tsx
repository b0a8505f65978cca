'use client';

import { useState } from 'react';
import { lookCommand } from '../../components/who-can/look-command';
import { WhoCanDetail } from '../../components/who-can/who-can-detail';
import { WhoCanTab } from '../../components/who-can/who-can-tab';
import type { ChosenCell } from '../../components/who-can/who-can-table';
import { useAccess, useWorkspaceActions, withRequest } from '../../lib/store';
import type { AskedRequest, PolicyDraft, WhoCanQuestion, WhoCanView } from '../../lib/views';
import { useDesk } from './use-desk';
import { Waiting } from './waiting';
import { WiredChanges } from './wired-changes';

interface Cell {
  readonly principal: string;
  readonly operation: string;
  readonly key: string;
}

export function WiredWhoCan() {
  const { vocabulary, drafts, requests } = useDesk();
  const act = useWorkspaceActions();
  const [picked, pick] = useState<string>();
  const [group, setGroup] = useState<{ id: string; operations?: readonly string[] }>({ id: 'usual' });
  const [chosen, choose] = useState<ChosenCell>();
  const [isCompared, compare] = useState(true);
  const keys = (vocabulary?.resources ?? []).map(({ arn, label }) => ({ id: arn, label }));
  const principals = (vocabulary?.principals ?? []).map(({ arn, label }) => ({ id: arn, label }));
  const isThere = [...keys, ...principals].some(({ id }) => id === picked);
  const subject = (isThere ? picked : undefined) ?? keys[0]?.id ?? '';
  const isKey = keys.some(({ id }) => id === subject);
  const shownDrafts = isCompared ? drafts : [];
  const question: Omit<WhoCanQuestion, 'at'> = {
    about: isKey ? { kind: 'key', key: subject } : { kind: 'principal', principal: subject },
    operations: group.operations,
    drafts: shownDrafts,
  };
  const asked = subject === '' ? undefined : JSON.stringify(question);
  const view = useAccess(asked, (access, at) => access.whoCan({ at, ...question })).value;
  if (!vocabulary) return <Waiting />;
  const row = view?.rows.find(({ id }) => id === chosen?.row);
  const cell = chosen &&
    row && {
      principal: isKey ? row.id : subject,
      operation: chosen.operation,
      key: isKey ? subject : row.id,
    };
  return (
    <WhoCanTab
      view={view}
      keys={keys}
      principals={principals}
      subject={subject}
      onSubject={(arn) => {
        pick(arn);
        choose(undefined);
      }}
      group={group.id}
      onGroup={(id) => setGroup({ id, operations: operationsOf(id, view) })}
      chosen={chosen}
      onChoose={choose}
      drafts={drafts.length}
      isCompared={isCompared}
      onCompare={compare}
      command={lookCommand(subject)}
      onRun={act.runByButton}
    >
      {cell ? (
        <Detail
          cell={cell}
          label={principals.find(({ id }) => id === cell.principal)?.label ?? cell.principal}
          drafts={shownDrafts}
          before={row?.cells.find(({ operation }) => operation === cell.operation)?.before}
          onAsk={(request) => {
            act.chooseRequests(withRequest(requests, request));
            act.showDesk('edit');
          }}
        />
      ) : null}
    </WhoCanTab>
  );
}

function operationsOf(id: string, view: WhoCanView | undefined): readonly string[] | undefined {
  if (id === 'usual') return undefined;
  const groups = (view?.groups ?? []).filter((group) => id === 'all' || group.id === id);
  return groups.flatMap(({ operations }) => operations);
}

function Detail({
  cell,
  label,
  drafts,
  before,
  onAsk,
}: {
  cell: Cell;
  label: string;
  drafts: readonly PolicyDraft[];
  before: WhoCanView['rows'][number]['cells'][number]['before'];
  onAsk: (request: AskedRequest) => void;
}) {
  const act = useWorkspaceActions();
  const view = useAccess(JSON.stringify([cell, drafts]), (access, at) =>
    access.whoCanDetail({ at, cell, drafts }),
  ).value;
  if (!view) return <Waiting />;
  const request = { supposed: view.request };
  return (
    <WhoCanDetail
      view={view}
      label={label}
      before={before}
      onAsk={() => onAsk(request)}
      onSides={() => act.showSides(request)}
    >
      {view.verdict === 'refused' ? <WiredChanges request={request} /> : null}
    </WhoCanDetail>
  );
}
