import { concatBytes } from '../../base';
import { shownText } from './bytes-as-text';

/** What was printed at one go. */
interface Turn {
  readonly stream: 'stdout' | 'stderr';
  readonly text: string;
}

/** One statement that was run, with what it printed. */
export interface RanStatement {
  readonly source: string;
  readonly stdout: string;
  readonly stderr: string;
  /** Both in the order in which they were printed; absent where no stderr came before stdout. */
  readonly turns?: readonly Turn[] | undefined;
  /** The lab's own words on it: why it was stopped. */
  readonly note?: string | undefined;
  readonly exitCode: number;
  /** Commits of the requests it sent. */
  readonly seqs: readonly number[];
}

/** Told of a cell while it runs. The shell waits for the answer. */
export interface CellListener {
  began?(source: string): void | Promise<void>;
  ended?(statement: RanStatement): void | Promise<void>;
}

interface Open {
  readonly number: number;
  readonly source: string;
  /** What was printed, neighbours of one stream as one. */
  readonly pieces: { readonly stream: 'out' | 'err'; bytes: Uint8Array }[];
}

/**
 * Puts together what each statement prints. Statements write to hidden files whose names carry the number
 * of the statement and the status of the one before it: opening the files of one ends the one before.
 */
export class Transcript {
  readonly statements: RanStatement[] = [];
  private readonly sources: readonly string[];
  private readonly listener: CellListener;
  private readonly takeSeqs: () => readonly number[];
  private open: Open | undefined;
  /** Bytes printed so far. */
  size = 0;

  constructor(sources: readonly string[], listener: CellListener, takeSeqs: () => readonly number[]) {
    this.sources = sources;
    this.listener = listener;
    this.takeSeqs = takeSeqs;
  }

  /** @param stream `out` or `err`; empty bytes open it. */
  async write(number: number, stream: 'out' | 'err', statusBefore: number, bytes: Uint8Array): Promise<void> {
    if (this.open?.number !== number) {
      await this.end(statusBefore);
      await this.begin(number);
    }
    if (bytes.length === 0) return;
    this.size += bytes.length;
    const { pieces } = this.open as Open;
    const last = pieces.at(-1);
    if (last?.stream === stream) last.bytes = concatBytes(last.bytes, bytes);
    else pieces.push({ stream, bytes });
  }

  /** What the open statement has printed to the error stream. */
  get openStderr(): string {
    return this.open ? printedTo(this.open, 'err') : '';
  }

  dropOpenStderr(): void {
    const pieces = this.open?.pieces.filter(({ stream }) => stream === 'out') ?? [];
    this.open?.pieces.splice(0, Infinity, ...pieces);
  }

  /** Ends the statement that is open. */
  async end(
    exitCode: number,
    more: { readonly stderr?: string; readonly note?: string } = {},
  ): Promise<void> {
    const open = this.open;
    this.open = undefined;
    const said = more.stderr || more.note;
    if (!open && !said) return;
    const ran: RanStatement = {
      source: open?.source ?? this.sources[this.statements.length] ?? this.sources[0] ?? '',
      stdout: open ? printedTo(open, 'out') : '',
      stderr: (open ? printedTo(open, 'err') : '') + (more.stderr ?? ''),
      ...turnsOf(open, more.stderr),
      ...(more.note === undefined ? {} : { note: more.note }),
      exitCode,
      seqs: this.takeSeqs(),
    };
    this.statements.push(ran);
    await this.listener.ended?.(ran);
  }

  private async begin(number: number): Promise<void> {
    const source = this.sources[number] ?? '';
    this.open = { number, source, pieces: [] };
    await this.listener.began?.(source);
  }
}

function printedTo({ pieces }: Open, wanted: 'out' | 'err'): string {
  const bytes = pieces.filter(({ stream }) => stream === wanted).map((piece) => piece.bytes);
  return shownText(concatBytes(...bytes));
}

function turnsOf(open: Open | undefined, more: string | undefined): Pick<RanStatement, 'turns'> {
  const pieces = open?.pieces ?? [];
  if (!pieces.slice(0, -1).some(({ stream }) => stream === 'err')) return {};
  const turns = pieces.map(
    ({ stream, bytes }) => ({ stream: `std${stream}`, text: shownText(bytes) }) as Turn,
  );
  return { turns: more ? [...turns, { stream: 'stderr', text: more }] : turns };
}
