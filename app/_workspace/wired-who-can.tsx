'use client';

import { lookCommand } from '../../components/who-can/look-command';
import { WhoCanTab } from '../../components/who-can/who-can-tab';
import { useAccess, useWorkspaceActions } from '../../lib/store';
import type { WhoCanPlace, WhoCanQuestion } from '../../lib/views';
import { useDesk } from './use-desk';
import { Waiting } from './waiting';
import { type ExplainedCell, WiredCell } from './wired-cell';

const NOTHING: readonly never[] = [];

export function WiredWhoCan() {
  const { vocabulary, drafts, requests, desk } = useDesk();
  const act = useWorkspaceActions();
  const look = desk.whoCan;
  const keys = named(vocabulary?.resources ?? NOTHING);
  const principals = named(vocabulary?.principals ?? NOTHING);
  const isThere = [...keys, ...principals].some(({ id }) => id === look.subject);
  const subject = (isThere ? look.subject : keys[0]?.id) ?? '';
  const isKey = keys.some(({ id }) => id === subject);
  const shownDrafts = look.isCompared ? drafts : NOTHING;
  const question: Omit<WhoCanQuestion, 'at'> = {
    about: isKey ? { kind: 'key', key: subject } : { kind: 'principal', principal: subject },
    operations: look.operations,
    drafts: shownDrafts,
  };
  const asked = subject === '' ? undefined : JSON.stringify(question);
  const view = useAccess(asked, (access, at) => access.whoCan({ at, ...question })).value;
  if (!vocabulary) return <Waiting />;
  const cell = view?.rows
    .find(({ id }) => id === look.chosen?.row)
    ?.cells.find(({ operation }) => operation === look.chosen?.operation);
  const explained = cell && look.chosen && cellAt(look.chosen, subject, isKey);
  return (
    <WhoCanTab
      view={view}
      keys={keys}
      principals={principals}
      subject={subject}
      look={look}
      onLook={act.lookWhoCan}
      drafts={drafts.length}
      command={lookCommand(subject)}
      onRun={act.runForAnswer}
    >
      {explained ? (
        <WiredCell
          cell={explained}
          label={principals.find(({ id }) => id === explained.principal)?.label ?? explained.principal}
          before={cell.before}
          drafts={shownDrafts}
          requests={requests}
        />
      ) : null}
    </WhoCanTab>
  );
}

function cellAt({ row, operation }: WhoCanPlace, subject: string, isKey: boolean): ExplainedCell {
  const [principal, key] = isKey ? [row, subject] : [subject, row];
  return { principal, operation, key };
}

function named(all: readonly { readonly arn: string; readonly label: string }[]) {
  return all.map(({ arn, label }) => ({ id: arn, label }));
}
