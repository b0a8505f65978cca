'use client';

import type { OperationGroupView, WhoCanLook } from '../../lib/views';
import { Select } from '../ui/select';

export interface Choice {
  readonly id: string;
  readonly label: string;
}

interface WhoCanControlsProps {
  groups: readonly OperationGroupView[];
  keys: readonly Choice[];
  principals: readonly Choice[];
  /** ARN of the key or principal that the table is about. */
  subject: string;
  look: WhoCanLook;
  onLook: (part: Partial<WhoCanLook>) => void;
}

/** What the table is about, its columns, and which of its rows are shown. */
export function WhoCanControls({ groups, keys, principals, subject, look, onLook }: WhoCanControlsProps) {
  const isKey = keys.some(({ id }) => id === subject);
  return (
    <div className="grid grid-cols-[repeat(auto-fill,minmax(170px,1fr))] items-end gap-2.5">
      <label className="grid grid-cols-1 min-w-0 gap-1 text-sm">
        <span className="text-ink-2">A key, or a principal</span>
        <select
          value={subject}
          onChange={(event) => onLook({ subject: event.target.value, chosen: undefined })}
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
      <Select
        label="Operations"
        value={look.group}
        options={[...ALL, ...groups]}
        onPick={(group) => onLook({ group, operations: operationsOf(group, groups) })}
      />
      <label className="grid grid-cols-1 min-w-0 gap-1 text-sm">
        <span className="text-ink-2">{isKey ? 'Filter principals' : 'Filter keys'}</span>
        <input
          type="search"
          value={look.query}
          placeholder={isKey ? 'name, account, kind' : 'alias, account'}
          onChange={(event) => onLook({ query: event.target.value })}
          className="h-[30px] min-w-0 rounded-[7px] border border-edge bg-sheet px-2 text-ink placeholder:text-ink-3"
        />
      </label>
    </div>
  );
}

const ALL: readonly Choice[] = [
  { id: 'usual', label: 'What the key is for' },
  { id: 'all', label: 'All operations' },
];

function operationsOf(id: string, groups: readonly OperationGroupView[]): readonly string[] | undefined {
  if (id === 'usual') return undefined;
  const named = groups.filter((group) => id === 'all' || group.id === id);
  return named.flatMap(({ operations }) => operations);
}

function Options({ choices }: { choices: readonly Choice[] }) {
  return choices.map(({ id, label }) => (
    <option key={id} value={id}>
      {label}
    </option>
  ));
}

/** Whether texts that are not stored count, and whether rows that they leave alone are shown. */
export function DraftTicks({ look, onLook }: Pick<WhoCanControlsProps, 'look' | 'onLook'>) {
  return (
    <div className="flex flex-wrap gap-x-4 gap-y-1.5">
      <Tick
        label="Compare with what I changed"
        checked={look.isCompared}
        onTick={(isCompared) => onLook({ isCompared })}
      />
      {look.isCompared ? (
        <Tick
          label="Only what changes"
          checked={look.changedOnly}
          onTick={(changedOnly) => onLook({ changedOnly })}
        />
      ) : null}
    </div>
  );
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
