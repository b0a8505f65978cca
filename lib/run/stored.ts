import * as z from 'zod';
import { bad, fitted, type Read } from '../reading';
import { type Cell, ORIGINS, type Run } from './run';

/** Rises when what is stored changes its form. Older forms are read by a step of `READERS`. */
const STORED_FORMAT = 1;

/** A run as the device keeps it: the cells lie beside it, one by one, so that saving one more stays cheap. */
export interface StoredRun extends Omit<Run, 'cells'> {
  readonly format: number;
  readonly savedAtMs: number;
  /** Ids of the cells, in order. */
  readonly cells: readonly string[];
}

export interface StoredCell {
  /** Id of the run. */
  readonly run: string;
  readonly id: string;
  readonly cell: Cell;
}

export function toStored(run: Run, savedAtMs: number): StoredRun {
  return { ...run, format: STORED_FORMAT, savedAtMs, cells: run.cells.map((cell) => cell.id) };
}

export function toStoredCell(run: Run, cell: Cell): StoredCell {
  return { run: run.id, id: cell.id, cell };
}

const time = z.number();
const request = z.looseObject({
  service: z.string(),
  operation: z.string(),
  region: z.string(),
  credentials: z.string(),
  input: z.record(z.string(), z.unknown()),
});
const statement = z.object({
  source: z.string(),
  stdout: z.string(),
  stderr: z.string(),
  turns: z.array(z.object({ stream: z.enum(['stdout', 'stderr']), text: z.string() })).optional(),
  note: z.string().optional(),
  exitCode: z.int(),
  from: z.int().min(0),
  to: z.int().min(0),
});
const node = { mode: z.number(), mtimeMs: z.number() };
const texts = z.record(z.string(), z.string());
const shell = z.object({
  files: z.record(
    z.string(),
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('text'), text: z.string(), ...node }),
      z.object({ kind: z.literal('bytes'), base64: z.string(), ...node }),
      z.object({ kind: z.literal('folder'), ...node }),
      z.object({ kind: z.literal('link'), target: z.string(), ...node }),
    ]),
  ),
  cwd: z.string(),
  env: texts,
  variables: texts,
  declarations: z.array(z.string()),
  functions: texts,
  options: z.array(z.string()),
  shopts: z.array(z.string()),
  lastStatus: z.int(),
  cells: z.int(),
});
const cellSchema = z.object({
  id: z.string(),
  after: z.string().optional(),
  source: z.string(),
  origin: z.enum(ORIGINS),
  fromMs: time,
  toMs: time,
  status: z.enum(['done', 'failed', 'stopped']),
  exitCode: z.int(),
  statements: z.array(statement),
  journal: z.array(z.object({ atMs: time, request })),
  shell: shell.optional(),
  hash: z.string(),
});
const storedCellSchema = z.object({ run: z.string(), id: z.string(), cell: cellSchema });
const branch = z.object({
  id: z.string(),
  name: z.string(),
  head: z.string().optional(),
  leaves: z.object({ branch: z.string(), cell: z.string().optional() }).optional(),
});
const storedRunSchema = z.object({
  format: z.literal(STORED_FORMAT),
  savedAtMs: time,
  id: z.string(),
  scenario: z.string(),
  seed: z.string(),
  startMs: time,
  product: z.string(),
  createdAtMs: time,
  cells: z.array(z.string()),
  branches: z.array(branch).min(1),
  branch: z.string(),
  answers: z.record(z.string(), z.string()),
});

const WHAT = 'stored run';

/** What a list of runs needs to know of one. */
export function readStoredRun(value: unknown): Read<StoredRun> {
  const format = (value as { format?: unknown } | undefined)?.format;
  if (typeof format === 'number' && format > STORED_FORMAT) {
    return bad(
      `${WHAT}, format`,
      `at most ${STORED_FORMAT}`,
      `${format}: a newer version of the product made it`,
    );
  }
  return fitted(WHAT, value, storedRunSchema);
}

/** Puts a run together from what the device gave back; anything missing or out of shape is a problem. */
export function readStored(header: unknown, cells: readonly unknown[]): Read<Run> {
  const read = readStoredRun(header);
  if (!read.ok) return read;
  const byId = new Map<string, Cell>();
  for (const value of cells) {
    const cell = fitted(`${WHAT}, a cell`, value, storedCellSchema);
    if (!cell.ok) return cell;
    byId.set(cell.value.id, cell.value.cell);
  }
  return assembled(read.value, byId);
}

function assembled(
  { format: _format, savedAtMs: _saved, ...stored }: StoredRun,
  byId: ReadonlyMap<string, Cell>,
): Read<Run> {
  const cells: Cell[] = [];
  const seen = new Set<string>();
  for (const id of stored.cells) {
    const cell = byId.get(id);
    if (!cell) return bad(`${WHAT}, cell ${id}`, 'a cell', 'nothing');
    if (cell.after !== undefined && !seen.has(cell.after))
      return bad(
        `${WHAT}, cell ${id}`,
        'a cell that follows an earlier one',
        `one that follows ${cell.after}`,
      );
    seen.add(id);
    cells.push(cell);
  }
  for (const { id, head } of stored.branches) {
    if (head !== undefined && !seen.has(head))
      return bad(`${WHAT}, branch ${id}`, 'a cell of the run as its last', head);
  }
  if (!stored.branches.some(({ id }) => id === stored.branch))
    return bad(`${WHAT}, branch`, 'one of its branches', stored.branch);
  return { ok: true, value: { ...stored, cells } };
}
