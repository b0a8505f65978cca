'use client';

import type { ReactNode } from 'react';
import type { WhoCanLook, WhoCanRowView, WhoCanView } from '../../lib/views';
import { CommandLine } from '../policy/command-line';
import { LiveRegion } from '../ui/live-region';
import { isChanged } from './cell-words';
import { type Choice, DraftTicks, WhoCanControls } from './who-can-controls';
import { WhoCanTable } from './who-can-table';

export interface WhoCanTabProps {
  /** Absent while it is asked for the first time. */
  view: WhoCanView | undefined;
  keys: readonly Choice[];
  principals: readonly Choice[];
  /** ARN of the key or principal that the table is about. */
  subject: string;
  look: WhoCanLook;
  onLook: (part: Partial<WhoCanLook>) => void;
  /** How many texts were changed and not stored. */
  drafts: number;
  /** How one would look at it with the aws command. */
  command: string;
  onRun: (command: string) => void;
  /** The chosen cell, explained. */
  children: ReactNode;
}

/** Everyone and what they may do to a key, or a principal and what it may do to every key. */
export function WhoCanTab({ view, drafts, command, onRun, children, ...rest }: WhoCanTabProps) {
  const { keys, look, onLook } = rest;
  if (keys.length === 0) return <p className="p-4 text-ink-2">No KMS key exists yet: aws kms create-key</p>;
  const isCompared = drafts > 0 && look.isCompared;
  const rows = (view?.rows ?? []).filter((row) => isShown(row, look, isCompared));
  return (
    <div className="grid grid-cols-1 content-start gap-3 p-4">
      <WhoCanControls groups={view?.groups ?? []} {...rest} />
      {drafts > 0 ? <DraftTicks look={look} onLook={onLook} /> : null}
      <p role="status" className="text-ink-2 text-sm">
        {view ? statusWords(view, rows.length, isCompared) : 'The engine is asked, cell by cell…'}
      </p>
      {view && rows.length > 0 ? (
        <WhoCanTable view={view} rows={rows} chosen={look.chosen} onChoose={(chosen) => onLook({ chosen })} />
      ) : null}
      <p className="text-ink-3 text-xs">
        Arrows walk through the table, Enter explains a cell. <em>depends</em>: the request decides.{' '}
        <em>never</em>: no policy can allow it.
      </p>
      <LiveRegion message={look.chosen ? `${look.chosen.operation} is explained below the table.` : ''} />
      {children}
      <section aria-label="The same with the aws command" className="border-rule border-t pt-2.5">
        <CommandLine command={command} label="Run" onRun={onRun} />
      </section>
    </div>
  );
}

function isShown(
  { label, id, account, kind, cells }: WhoCanRowView,
  { query, changedOnly }: WhoCanLook,
  isCompared: boolean,
): boolean {
  if (isCompared && changedOnly && !cells.some(isChanged)) return false;
  return `${label} ${id} ${account} ${kind}`.toLowerCase().includes(query.toLowerCase());
}

function statusWords(view: WhoCanView, shown: number, isCompared: boolean): string {
  const count = `${view.title}: ${shown} of ${view.rows.length} rows.`;
  if (!isCompared) return count;
  return `${count} ${view.changes} ${view.changes === 1 ? 'cell changes' : 'cells change'}.`;
}
