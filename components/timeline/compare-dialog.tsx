'use client';

import type { ChangeView, CompareView, MomentView } from '../../lib/views';
import { Dialog } from '../ui/dialog';
import { Select } from '../ui/select';

export interface CompareDialogProps {
  view: CompareView;
  open: boolean;
  onClose: () => void;
  onPick: (from: number, to: number) => void;
}

/** What differs between two moments, record by record. */
export function CompareDialog({ view, open, onClose, onPick }: CompareDialogProps) {
  const { from, to, changes } = view;
  return (
    <Dialog title="Compare two moments" open={open} onClose={onClose} wide>
      <div className="grid gap-3 md:grid-cols-2">
        <MomentSelect
          label="From"
          moments={view.moments}
          chosen={from}
          onPick={(position) => onPick(position, to.position)}
        />
        <MomentSelect
          label="To"
          moments={view.moments}
          chosen={to}
          onPick={(position) => onPick(from.position, position)}
        />
      </div>
      <p role="status" className="mt-4 mb-1 text-ink-2 text-sm">
        {changes.length === 0
          ? 'Nothing differs between these two moments.'
          : `${changes.length} ${changes.length === 1 ? 'thing differs' : 'things differ'}.`}
      </p>
      <ul>
        {changes.map((change) => (
          <Change key={change.id} change={change} />
        ))}
      </ul>
    </Dialog>
  );
}

function MomentSelect({
  label,
  moments,
  chosen,
  onPick,
}: {
  label: string;
  moments: readonly MomentView[];
  chosen: MomentView;
  onPick: (position: number) => void;
}) {
  return (
    <Select
      label={label}
      options={moments.map(({ position, label: words }) => ({ id: String(position), label: words }))}
      value={String(chosen.position)}
      onPick={(id) => onPick(Number(id))}
    />
  );
}

const signs = { created: '+', changed: '±', deleted: '−' } as const;

function Change({ change }: { change: ChangeView }) {
  return (
    <li className="grid grid-cols-[22px_minmax(0,1fr)] gap-x-2 border-rule border-t py-2.5">
      <span
        aria-hidden="true"
        className="grid size-[22px] place-items-center rounded-md border border-rule-strong font-mono font-semibold"
      >
        {signs[change.kind]}
      </span>
      <div className="min-w-0">
        <h3 className="break-words text-base">
          {change.what} {change.name}
          <span className="font-normal text-ink-2">
            {' '}
            {change.kind}
            {change.region ? ` in ${change.region}` : ''}
          </span>
        </h3>
        <dl className="mt-1 grid gap-1 text-sm">
          {change.members.map((member) => (
            <div key={member.member} className="grid gap-x-3 md:grid-cols-[180px_minmax(0,1fr)]">
              <dt className="break-words text-ink-2">{member.member}</dt>
              <dd className="flex min-w-0 flex-wrap gap-x-2 font-mono text-code">
                {member.before === undefined ? null : (
                  <del className="break-all text-ink-2">
                    <span className="sr-only">before: </span>
                    {member.before}
                  </del>
                )}
                {member.before !== undefined && member.after !== undefined ? (
                  <span aria-hidden="true">→</span>
                ) : null}
                {member.after === undefined ? null : (
                  <ins className="break-all font-semibold no-underline">
                    <span className="sr-only">after: </span>
                    {member.after}
                  </ins>
                )}
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </li>
  );
}
