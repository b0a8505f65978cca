'use client';

import { useState } from 'react';
import type { KeeperView, KeyCareView } from '../../lib/views';
import { Callout } from '../ui/callout';
import { cx } from '../ui/class-names';
import { Disclosure } from '../ui/disclosure';
import { MarkdownLine } from '../ui/markdown';
import { VerdictMark } from '../ui/verdict-mark';
import { afterDrill } from './key-care-drill';

const TONES = { safe: 'allowed', one: 'waiting', locked: 'refused' } as const;

/** Who holds a key's policy. In the drill a learner takes holders away and sees when the key is lost. */
export function KeyCare({ view }: { view: KeyCareView }) {
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const drill = afterDrill(view, gone);
  const toggle = (arn: string) => {
    const next = new Set(gone);
    if (!next.delete(arn)) next.add(arn);
    setGone(next);
  };
  return (
    <section aria-label={`Who looks after ${view.label}`} className="@container grid grid-cols-1 gap-2.5">
      <div className="grid grid-cols-1 items-center @min-[560px]:grid-cols-[minmax(0,1fr)_56px_minmax(0,220px)]">
        <fieldset className="m-0 grid grid-cols-1 min-w-0 gap-1.5 border-0 p-0">
          <legend className="mb-1 p-0 text-ink-2 text-sm">
            Can change the key policy. Tick who is deleted, and see what is left.
          </legend>
          {view.keepers.length === 0 ? <p className="text-deny text-sm">Nobody.</p> : null}
          {view.keepers.map((keeper) => (
            <Keeper
              key={keeper.arn}
              keeper={keeper}
              gone={gone.has(keeper.arn)}
              onToggle={keeper.arn.endsWith(':root') ? undefined : () => toggle(keeper.arn)}
            />
          ))}
        </fieldset>
        <Line state={drill.state} />
        <KeyCard label={view.label} state={drill.state} />
      </div>
      <div role="status">
        <Callout tone={drill.state === 'safe' ? 'plain' : TONES[drill.state]} title={drill.title}>
          <p>
            <MarkdownLine text={drill.sentence ?? view.sentence} />
          </p>
        </Callout>
      </div>
      {view.helpers.length > 0 ? <Helpers helpers={view.helpers} /> : null}
      <p className="text-ink-2 text-sm">
        <strong className="font-semibold text-ink">Lockout safety check: </strong>
        {view.safetyCheck.sentence}
      </p>
      <Disclosure summary="In words">
        <p className="whitespace-pre-line text-ink-2 text-sm">{view.text}</p>
      </Disclosure>
    </section>
  );
}

function Keeper({
  keeper,
  gone,
  onToggle,
}: {
  keeper: KeeperView;
  gone: boolean;
  onToggle: (() => void) | undefined;
}) {
  const words = (
    <span className="min-w-0 break-words">
      <span className={cx('font-semibold', gone && 'line-through')}>{keeper.label}</span>
      {gone ? ' (gone)' : ''}
      <span className="block text-ink-2 text-xs">
        {keeper.by}
        {keeper.depends.length > 0 ? `, if ${keeper.depends.join(', ')}` : ''}
      </span>
    </span>
  );
  const frame = cx(
    'flex items-start gap-2 rounded-[10px] border px-2.5 py-1.5 text-sm',
    gone ? 'border-edge border-dashed text-ink-2' : 'border-rule-strong bg-sheet',
  );
  if (!onToggle) {
    return (
      <p className={frame}>
        <span className="mt-0.5">
          <VerdictMark verdict="allowed" size={15} />
        </span>
        <span>
          {words}
          <span className="block text-ink-2 text-xs">cannot be deleted</span>
        </span>
      </p>
    );
  }
  return (
    <label className={frame}>
      <input
        type="checkbox"
        checked={gone}
        onChange={onToggle}
        className="mt-0.5 size-4 shrink-0 accent-ink"
        aria-label={`${keeper.label} is deleted`}
      />
      {words}
    </label>
  );
}

function Line({ state }: { state: KeyCareView['state'] }) {
  return (
    <svg
      viewBox="0 0 56 24"
      aria-hidden="true"
      fill="none"
      className="mx-auto h-6 w-14 @max-[560px]:my-4 @max-[560px]:rotate-90"
    >
      <path
        d={state === 'locked' ? 'M2 12h14M40 12h14M23 7l10 10M33 7 23 17' : 'M2 12h48m-6-5 6 5-6 5'}
        className={state === 'locked' ? 'text-deny' : state === 'one' ? 'text-wait' : 'text-allow'}
        stroke="currentColor"
        strokeWidth="2"
        strokeDasharray={state === 'one' ? '5 3' : undefined}
      />
    </svg>
  );
}

const STATES: Readonly<Record<KeyCareView['state'], string>> = {
  safe: 'can be repaired',
  one: 'hangs on one principal',
  locked: 'locked',
};

function KeyCard({ label, state }: { label: string; state: KeyCareView['state'] }) {
  return (
    <p
      className={cx(
        'grid justify-items-center gap-1 rounded-[14px] border px-3 py-3 text-center',
        state === 'locked'
          ? 'border-deny border-dashed bg-deny-wash'
          : 'border-rule-strong bg-sheet shadow-region',
      )}
    >
      <VerdictMark
        verdict={state === 'locked' ? 'refused' : state === 'one' ? 'waiting' : 'allowed'}
        size={26}
      />
      <span className="max-w-full break-words font-semibold">{label}</span>
      <span className="text-sm">{STATES[state]}</span>
    </p>
  );
}

function Helpers({ helpers }: { helpers: readonly KeeperView[] }) {
  return (
    <Disclosure
      summary={`${helpers.length} more can do other administrative work, and cannot repair the policy`}
    >
      <ul className="grid grid-cols-1 gap-1 text-sm">
        {helpers.map((helper) => (
          <li key={helper.arn} className="break-words text-ink-2">
            <span className="font-semibold text-ink">{helper.label}</span>: {helper.operations.join(', ')} (
            {helper.by})
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
