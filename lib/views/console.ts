import type { Cell, CellOrigin, StatementRecord } from '../run';
import { gatesOf, isShown } from './gates';
import type { CellView, OutputView, StatementView } from './model';
import type { Scene } from './scene';
import { timeOfDay } from './words';

/** So many rows of gates under one statement; a loop makes more requests than anyone reads. */
const MOST_ROWS = 40;

const ORIGIN_WORDS: Readonly<Record<CellOrigin, string | undefined>> = {
  setup: 'set up',
  typed: undefined,
  pasted: undefined,
  button: 'by a button',
  guide: 'from the guide',
};

export function originWords(origin: CellOrigin): string | undefined {
  return ORIGIN_WORDS[origin];
}

/** A cell that has been run. `place` is its index on the line looked at. */
export function cellView(scene: Scene, cell: Cell, place: number): CellView {
  const requests = requestSeqs(scene, place);
  return {
    id: cell.id,
    source: cell.source,
    at: timeOfDay(cell.fromMs),
    status: cell.status,
    origin: originWords(cell.origin),
    statements: cell.statements.map((statement, index) =>
      statementView(scene, statement, {
        id: `${cell.id}.${index + 1}`,
        named: cell.statements.length > 1,
        seqs: requests.slice(statement.from, statement.to),
      }),
    ),
  };
}

/** The first commit of each request that a cell's shell sent, in order. */
function requestSeqs({ line }: Scene, place: number): readonly number[] {
  const [from, to] = [line.momentsAfter(place), line.momentsAfter(place + 1)];
  // Only a request leaves a strip; what came due by itself does not.
  return line.moments.slice(from, to).flatMap(({ first }) => (line.strips.has(first) ? [first] : []));
}

export interface StatementPlace {
  readonly id: string;
  /** Show its source: the cell has several. */
  readonly named: boolean;
  /** First commits of the requests it sent. */
  readonly seqs: readonly number[];
}

export function statementView(
  scene: Scene,
  statement: Pick<StatementRecord, 'source' | 'stdout' | 'stderr' | 'turns' | 'note'>,
  { id, named, seqs }: StatementPlace,
): StatementView {
  const rows = seqs.slice(-MOST_ROWS).flatMap((seq) => gatesOf(scene, seq) ?? []);
  const { stdout, stderr, turns } = statement;
  const printed: readonly OutputView[] = turns ?? [
    { stream: 'stdout', text: stdout },
    { stream: 'stderr', text: stderr },
  ];
  // The aws command begins its errors with an empty line, which only sets them apart in a terminal.
  const output = printed
    .map(({ stream, text }) => ({ stream, text: stream === 'stderr' ? text.replace(/^\n/, '') : text }))
    .filter(({ text }) => text !== '');
  if (statement.note) output.push({ stream: 'note', text: statement.note });
  if (seqs.length > MOST_ROWS) output.push({ stream: 'note', text: tooMany(seqs.length) });
  return { id, source: named ? statement.source : undefined, output, requests: rows.filter(isShown) };
}

function tooMany(count: number): string {
  return `${count.toLocaleString('en-US')} requests; the gates of the last ${MOST_ROWS} are shown, all of them stand on the timeline.`;
}
