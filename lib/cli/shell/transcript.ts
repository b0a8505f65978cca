import { concatBytes } from '../../base';
import { shownText } from './bytes-as-text';

/** One statement that was run, with what it printed. */
export interface RanStatement {
  readonly source: string;
  readonly stdout: string;
  readonly stderr: string;
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
  stdout: Uint8Array;
  stderr: Uint8Array;
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
    const open = this.open as Open;
    if (stream === 'out') open.stdout = concatBytes(open.stdout, bytes);
    else open.stderr = concatBytes(open.stderr, bytes);
  }

  /** What the open statement has printed to the error stream. */
  get openStderr(): string {
    return this.open ? shownText(this.open.stderr) : '';
  }

  dropOpenStderr(): void {
    if (this.open) this.open.stderr = new Uint8Array(0);
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
      stdout: open ? shownText(open.stdout) : '',
      stderr: (open ? shownText(open.stderr) : '') + (more.stderr ?? ''),
      ...(more.note === undefined ? {} : { note: more.note }),
      exitCode,
      seqs: this.takeSeqs(),
    };
    this.statements.push(ran);
    await this.listener.ended?.(ran);
  }

  private async begin(number: number): Promise<void> {
    const source = this.sources[number] ?? '';
    const none = new Uint8Array(0);
    this.open = { number, source, stdout: none, stderr: none };
    await this.listener.began?.(source);
  }
}
