'use client';

import { type ReactNode, useState } from 'react';
import type { OperationGroupView, WhoCanView } from '../../lib/views';
import { CommandLine } from '../policy/command-line';
import { Select } from '../ui/select';
import { isChanged } from './cell-words';
import { type ChosenCell, WhoCanTable } from './who-can-table';

interface Choice {
  readonly id: string;
  readonly label: string;
}

export interface WhoCanTabProps {
  /** Absent while it is asked for the first time. */
  view: WhoCanView | undefined;
  keys: readonly Choice[];
  principals: readonly Choice[];
  /** ARN of the key or principal that the table is about. */
  subject: string;
  onSubject: (arn: string) => void;
  /** `usual`, `all`, or a group's name. */
  group: string;
  onGroup: (group: string) => void;
  chosen: ChosenCell | undefined;
  onChoose: (cell: ChosenCell) => void;
  /** How many texts were changed and not stored. */
  drafts: number;
  /** Whether cells say what they were before those. */
  isCompared: boolean;
  onCompare: (isCompared: boolean) => void;
  /** How one would look at it with the aws command. */
  command: string;
  onRun: (command: string) => void;
  /** The chosen cell, explained. */
  children: ReactNode;
}

/** Everyone and what they may do to a key, or a principal and what it may do to every key. */
export function WhoCanTab(props: WhoCanTabProps) {
  const { view, keys, drafts, isCompared, onCompare, children } = props;
  const [query, setQuery] = useState('');
  const [changedOnly, setChangedOnly] = useState(false);
  if (keys.length === 0) return <p className="p-4 text-ink-2">No KMS key exists yet: aws kms create-key</p>;
  const rows = (view?.rows ?? []).filter(
    ({ label, id, account, kind, cells }) =>
      `${label} ${id} ${account} ${kind}`.toLowerCase().includes(query.toLowerCase()) &&
      (!(isCompared && changedOnly) || cells.some(isChanged)),
  );
  return (
    <div className="grid grid-cols-1 content-start gap-3 p-4">
      <Controls {...props} query={query} onQuery={setQuery} />
      {drafts > 0 ? (
        <div className="flex flex-wrap gap-x-4 gap-y-1.5">
          <Tick label="Compare with what I changed" checked={isCompared} onTick={onCompare} />
          {isCompared ? (
            <Tick label="Only what changes" checked={changedOnly} onTick={setChangedOnly} />
          ) : null}
        </div>
      ) : null}
      <p role="status" className="text-ink-2 text-sm">
        {view
          ? statusWords(view, rows.length, drafts > 0 && isCompared)
          : 'The engine is asked, cell by cell…'}
      </p>
      {view && rows.length > 0 ? (
        <WhoCanTable view={view} rows={rows} chosen={props.chosen} onChoose={props.onChoose} />
      ) : null}
      <p className="text-ink-3 text-xs">
        Arrows walk through the table, Enter explains a cell. <em>depends</em>: the request decides.{' '}
        <em>never</em>: no policy can allow it.
      </p>
      {children}
      <section aria-label="The same with the aws command" className="border-rule border-t pt-2.5">
        <CommandLine command={props.command} label="Run" onRun={props.onRun} />
      </section>
    </div>
  );
}

function statusWords(view: WhoCanView, shown: number, isCompared: boolean): string {
  const count = `${view.title}: ${shown} of ${view.rows.length} rows.`;
  if (!isCompared) return count;
  return `${count} ${view.changes} ${view.changes === 1 ? 'cell changes' : 'cells change'}.`;
}

const ALL: readonly Choice[] = [
  { id: 'usual', label: 'What the key is for' },
  { id: 'all', label: 'All operations' },
];

function groupChoices(groups: readonly OperationGroupView[]): readonly Choice[] {
  return [...ALL, ...groups];
}

function Controls({
  view,
  keys,
  principals,
  subject,
  onSubject,
  group,
  onGroup,
  query,
  onQuery,
}: WhoCanTabProps & { query: string; onQuery: (query: string) => void }) {
  const isKey = keys.some(({ id }) => id === subject);
  return (
    <div className="grid grid-cols-[repeat(auto-fill,minmax(170px,1fr))] items-end gap-2.5">
      <label className="grid grid-cols-1 min-w-0 gap-1 text-sm">
        <span className="text-ink-2">A key, or a principal</span>
        <select
          value={subject}
          onChange={(event) => onSubject(event.target.value)}
          className="h-[30px] min-w-0 rounded-[7px] border border-edge bg-sheet px-2 text-ink"
        >
          <optgroup label="Who can use the key">
            <Options choices={keys} />
          </optgroup>
          <optgroup label="What the principal can do">
            <Options choices={principals} />
          </optgroup>
        </select>
      </label>
      <Select label="Operations" value={group} options={groupChoices(view?.groups ?? [])} onPick={onGroup} />
      <label className="grid grid-cols-1 min-w-0 gap-1 text-sm">
        <span className="text-ink-2">{isKey ? 'Filter principals' : 'Filter keys'}</span>
        <input
          type="search"
          value={query}
          placeholder={isKey ? 'name, account, kind' : 'alias, account'}
          onChange={(event) => onQuery(event.target.value)}
          className="h-[30px] min-w-0 rounded-[7px] border border-edge bg-sheet px-2 text-ink placeholder:text-ink-3"
        />
      </label>
    </div>
  );
}

function Options({ choices }: { choices: readonly Choice[] }) {
  return choices.map(({ id, label }) => (
    <option key={id} value={id}>
      {label}
    </option>
  ));
}

function Tick({
  label,
  checked,
  onTick,
}: {
  label: string;
  checked: boolean;
  onTick: (checked: boolean) => void;
}) {
  return (
    <label className="flex items-center gap-1.5 text-sm">
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => onTick(event.target.checked)}
        className="size-4 accent-ink"
      />
      {label}
    </label>
  );
}
