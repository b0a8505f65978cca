'use client';

import type { KeyRowView, KeysView } from '../../lib/views';
import { Menu } from '../ui/menu';
import { SealTag } from '../ui/seal';
import { Table } from '../ui/table';

export interface KeysPanelProps {
  view: KeysView;
  onInspect: (arn: string) => void;
  /** Puts the action's command into the console and runs it. */
  onRun: (command: string) => void;
}

const columns = [
  { id: 'name', label: 'Alias and key id' },
  { id: 'material', label: 'Material' },
  { id: 'state', label: 'KeyState' },
  { id: 'regionality', label: 'Regions' },
  { id: 'spec', label: 'KeySpec' },
  { id: 'actions', label: 'Actions' },
];

/** Every KMS key, Region by Region. An action shows the command it runs. */
export function KeysPanel({ view, onInspect, onRun }: KeysPanelProps) {
  return (
    <div className="grid min-h-0 flex-1 content-start gap-5 relative overflow-y-auto p-4">
      {view.regions.map(({ region, keys }) => (
        <section key={region} aria-label={region}>
          <h3 className="mb-1 text-base">{region}</h3>
          {keys.length === 0 ? (
            <p className="text-ink-2">No KMS key in this Region.</p>
          ) : (
            <Table
              caption={`KMS keys in ${region}`}
              columns={columns}
              rows={keys.map((key) => ({ id: key.arn, cells: cellsOf(key, onInspect, onRun) }))}
            />
          )}
        </section>
      ))}
    </div>
  );
}

function cellsOf(key: KeyRowView, onInspect: (arn: string) => void, onRun: (command: string) => void) {
  return {
    name: (
      <button
        type="button"
        onClick={() => onInspect(key.arn)}
        className="max-w-[28ch] text-left hover:underline"
      >
        <span className="block font-semibold">{key.aliases.join(', ') || 'no alias'}</span>
        <span className="block truncate font-mono text-ink-2 text-xs">{key.keyId}</span>
      </button>
    ),
    material: (
      <span className="flex flex-wrap gap-1.5">
        {key.seals.map((seal) => (
          <SealTag key={seal.label} seal={seal} size={18} />
        ))}
      </span>
    ),
    state: <span className={key.usable ? undefined : 'text-wait'}>{key.keyState}</span>,
    regionality: key.regionality,
    spec: <span className="font-mono text-xs">{key.keySpec}</span>,
    actions:
      key.actions.length > 0 ? (
        <Menu
          label={`Actions on ${key.aliases[0] ?? key.keyId}`}
          align="end"
          items={key.actions.map(({ id, label, command }) => ({ id, label, detail: command }))}
          onPick={(id) => {
            const action = key.actions.find((found) => found.id === id);
            if (action) onRun(action.command);
          }}
          className="rounded-[7px] border border-rule-strong px-2 py-0.5 hover:border-ink-3"
        >
          Actions
        </Menu>
      ) : null,
  };
}
