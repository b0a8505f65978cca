import * as z from 'zod';
import { bad, fitted, type Read } from '../reading';
import { type Branch, branchOf, type Cell, type CellOrigin, cellsOf, type Run } from './run';

/**
 * A run as it travels: what was typed and what it should lead to, never the state itself. Whoever opens it
 * runs the cells again.
 */
export interface PortableRun {
  readonly product: string;
  readonly scenario: string;
  readonly seed: string;
  readonly startMs: number;
  /** State after the scenario's setup, shortened; absent where there is none. */
  readonly setup?: string | undefined;
  readonly cells: readonly PortableCell[];
  /** Index of the last cell of the branch in use; absent while nothing was run. */
  readonly head?: number | undefined;
  readonly answers: Readonly<Record<string, string>>;
  /** State hash at the end of the branch in use. */
  readonly state: string;
}

export interface PortableCell {
  readonly source: string;
  readonly origin: Exclude<CellOrigin, 'setup'>;
  /** Index of the cell it follows; -1 on one that begins the run. */
  readonly after: number;
  /** State after it, shortened. */
  readonly hash: string;
  /** Given when the learner stopped it: how many requests it had sent and when that was. */
  readonly stopped?: { readonly requests: number; readonly toMs: number } | undefined;
}

/** What a stranger may send. */
export const BOUNDS = {
  cells: 5_000,
  sourceLength: 100_000,
  textLength: 8_000_000,
  answers: 1_000,
  answerLength: 10_000,
} as const;

const SHORT_HASH = 16;
const EARLIEST_MS = Date.UTC(2000, 0, 1);
const LATEST_MS = Date.UTC(2200, 0, 1);

export function shortHash(hash: string): string {
  return hash.slice(0, SHORT_HASH);
}

/** The run as it travels: every branch, or the one in use alone. */
export function toPortable(run: Run, state: string, which: 'all branches' | 'this branch'): PortableRun {
  const branch = branchOf(run, run.branch) as Branch;
  const path = cellsOf(run, branch);
  const cells = (which === 'this branch' ? path : run.cells).filter((cell) => cell.origin !== 'setup');
  const place = new Map(cells.map((cell, index) => [cell.id, index]));
  const setup = run.cells.findLast((cell) => cell.origin === 'setup');
  return {
    product: run.product,
    scenario: run.scenario,
    seed: run.seed,
    startMs: run.startMs,
    setup: setup && shortHash(setup.hash),
    cells: cells.map((cell) => portableCell(cell, place.get(cell.after ?? '') ?? -1)),
    head: branch.head === undefined ? undefined : place.get(branch.head),
    answers: run.answers,
    state,
  };
}

function portableCell(cell: Cell, after: number): PortableCell {
  const stopped = cell.status === 'stopped';
  return {
    source: cell.source,
    origin: cell.origin === 'setup' ? 'typed' : cell.origin,
    after,
    hash: shortHash(cell.hash),
    stopped: stopped ? { requests: cell.journal.length, toMs: cell.toMs } : undefined,
  };
}

const VERSION = 1;
const LETTERS = { typed: 't', pasted: 'p', button: 'b', guide: 'g' } as const;
const ORIGIN_OF = { t: 'typed', p: 'pasted', b: 'button', g: 'guide' } as const;

const said = (message: string) => ({ error: message });
const text = (max: number, what = 'text') =>
  z.string(said(what)).max(max, said(`${what} of at most ${max.toLocaleString('en-US')} characters`));
const hex = (length: number) =>
  z
    .string(said(`${length} hex digits`))
    .regex(new RegExp(`^[0-9a-f]{${length}}$`), said(`${length} hex digits`));
const moment = z
  .int(said('a moment in epoch milliseconds'))
  .min(EARLIEST_MS, said('a moment after the year 2000'))
  .max(LATEST_MS, said('a moment before the year 2200'));
const count = (what: string) => z.int(said(what)).min(0, said(what));

const cellSchema = z.strictObject(
  {
    s: text(BOUNDS.sourceLength, 'source text'),
    o: z.enum(['p', 'b', 'g'], said('p, b or g')).optional(),
    /** Left out where the cell follows the one before it in the list. */
    a: z.int(said('the index of an earlier cell')).min(-1, said('the index of an earlier cell')).optional(),
    h: hex(SHORT_HASH),
    x: z.tuple([count('a number of requests'), moment], said('a number of requests and a moment')).optional(),
  },
  said('a cell and nothing beside it'),
);

const runSchema = z.strictObject(
  {
    kmsLabRun: z.literal(VERSION, said(`version ${VERSION}`)),
    product: z.string(said('a version')).regex(/^[0-9A-Za-z.+-]{1,40}$/, said('a version')),
    scenario: z
      .string(said('the id of a scenario'))
      .regex(/^[a-z0-9][a-z0-9-]{0,80}$/, said('the id of a scenario')),
    seed: text(200, 'a seed').min(1, said('a seed')),
    start: moment,
    setup: hex(SHORT_HASH).optional(),
    cells: z
      .array(cellSchema, said('a list of cells'))
      .max(BOUNDS.cells, said(`at most ${BOUNDS.cells.toLocaleString('en-US')} cells`)),
    head: count('the index of a cell').optional(),
    answers: z
      .record(text(200, 'a name'), text(BOUNDS.answerLength, 'an answer'), said('answers by name'))
      .refine(
        (answers) => Object.keys(answers).length <= BOUNDS.answers,
        said(`at most ${BOUNDS.answers} answers`),
      )
      .optional(),
    state: hex(64),
  },
  said('a run and nothing beside it'),
);

type Written = z.infer<typeof runSchema>;

/** The text that is shared: JSON with short member names. */
export function writePortable(run: PortableRun): string {
  const written: Written = {
    kmsLabRun: VERSION,
    product: run.product,
    scenario: run.scenario,
    seed: run.seed,
    start: run.startMs,
    setup: run.setup,
    cells: run.cells.map((cell, index) => ({
      s: cell.source,
      o: cell.origin === 'typed' ? undefined : LETTERS[cell.origin],
      a: cell.after === index - 1 ? undefined : cell.after,
      h: cell.hash,
      x: cell.stopped && [cell.stopped.requests, cell.stopped.toMs],
    })),
    head: run.head,
    answers: Object.keys(run.answers).length > 0 ? { ...run.answers } : undefined,
    state: run.state,
  };
  return JSON.stringify(written);
}

/** @param what names the thing in problems: `share link`, `run file`. */
export function readPortable(what: string, written: string): Read<PortableRun> {
  if (written.length > BOUNDS.textLength) {
    const found = `${written.length.toLocaleString('en-US')} characters`;
    return bad(what, `at most ${BOUNDS.textLength.toLocaleString('en-US')} characters`, found);
  }
  let value: unknown;
  try {
    value = JSON.parse(written);
  } catch {
    return bad(what, 'JSON text', 'text that is not JSON');
  }
  const read = fitted(what, value, runSchema);
  return read.ok ? linked(what, fromWritten(read.value)) : read;
}

function fromWritten(written: Written): PortableRun {
  return {
    product: written.product,
    scenario: written.scenario,
    seed: written.seed,
    startMs: written.start,
    setup: written.setup,
    cells: written.cells.map(({ s, o, a, h, x }, index) => ({
      source: s,
      origin: ORIGIN_OF[o ?? 't'],
      after: a ?? index - 1,
      hash: h,
      stopped: x && { requests: x[0], toMs: x[1] },
    })),
    head: written.head,
    answers: written.answers ?? {},
    state: written.state,
  };
}

/** Cells may only follow cells that stand before them. */
function linked(what: string, run: PortableRun): Read<PortableRun> {
  for (const [index, { after }] of run.cells.entries()) {
    if (after >= index)
      return bad(`${what}, cells, ${index + 1}, a`, 'the index of an earlier cell', String(after));
  }
  if (run.head !== undefined && run.head >= run.cells.length)
    return bad(`${what}, head`, `the index of one of ${run.cells.length} cells`, String(run.head));
  return { ok: true, value: run };
}
