import { Bash } from 'just-bash/browser';
import { bytesToUtf8Lossy, purposeOf, type SeededStream, seededStream } from '../../base';
import type { LabPort } from '../port';
import { type ShellVariables, shellCommands } from './commands';
import { definitionIn, FunctionLedger } from './functions';
import { mayEndAtFailure } from './guarded-lists';
import {
  declarationLines,
  functionNames,
  keepBeforeExit,
  keeping,
  optionNames,
  partVariables,
  type Said,
  shoptNames,
} from './kept-state';
import { HIDDEN, LabFiles } from './lab-files';
import { LabTime } from './lab-time';
import {
  CELL_LIMITS,
  type CellLimits,
  INTERRUPTED,
  LIBRARY_STOP_STATUS,
  libraryStop,
  STOPPED_STATUS,
  type Stop,
  tooLong,
  tooMuchOutput,
} from './limits';
import { mendedScript } from './mended-script';
import { outputTo } from './outputs';
import { partedAtFault } from './parse-script';
import { definedInFile, printed, prologue } from './prologue';
import { inRealm } from './realm';
import { ASKED, shownFunctions } from './shown-functions';
import type { ShellSnapshot } from './snapshot';
import { statementTexts } from './source-text';
import type { ScriptNode } from './syntax';
import { type CellListener, type RanStatement, Transcript } from './transcript';

export interface CellOptions extends CellListener {
  readonly port: LabPort;
  /** Seed of the run: chance in the shell follows from it. */
  readonly seed: string;
  readonly limits?: Partial<CellLimits>;
  /** Stops the cell at the next statement. */
  readonly signal?: AbortSignal;
}

export interface CellResult {
  readonly statements: readonly RanStatement[];
  readonly exitCode: number;
  /** Whether it was stopped; the snapshot is then the one before. */
  readonly stopped: boolean;
  readonly snapshot: ShellSnapshot;
}

/** Runs one cell of source text in a shell restored from a snapshot. */
export async function runCell(
  snapshot: ShellSnapshot,
  source: string,
  options: CellOptions,
): Promise<CellResult> {
  const time = new LabTime(options.port, await options.port.nowMs());
  const chance = seededStream(options.seed, purposeOf('shell', snapshot.cells));
  const realm = { nowMs: () => time.known, random: () => fractionOf(chance) };
  const { good, bad, fault } = partedAtFault(source);
  const result =
    good.trim() === ''
      ? { statements: [], exitCode: snapshot.lastStatus, stopped: false, snapshot }
      : await inRealm(realm, () => new Cell(snapshot, good, options, time, chance).run());
  return fault === undefined || result.stopped ? result : withFault(result, bad, fault, options);
}

/** The statements that ran, and the one that does not parse. */
async function withFault(
  ran: CellResult,
  source: string,
  fault: string,
  { ended }: CellOptions,
): Promise<CellResult> {
  const failed: RanStatement = {
    source: source.trim(),
    stdout: '',
    stderr: `bash: ${fault}\n`,
    exitCode: 2,
    seqs: [],
  };
  await ended?.(failed);
  const snapshot = { ...ran.snapshot, lastStatus: 2 };
  return { ...ran, statements: [...ran.statements, failed], exitCode: 2, snapshot };
}

function fractionOf(chance: SeededStream): number {
  const [a, b, c, d] = chance.next(4) as unknown as readonly [number, number, number, number];
  return ((a << 24) | (b << 16) | (c << 8) | d) / 2 ** 32 + 0.5;
}

class Cell {
  private readonly before: ShellSnapshot;
  private readonly source: string;
  private readonly options: CellOptions;
  private readonly time: LabTime;
  private readonly limits: CellLimits;
  private readonly files: LabFiles;
  private readonly bash: Bash;
  private readonly ledger = new FunctionLedger(HIDDEN);
  private readonly said: Partial<Record<Said, string>> = {};
  private readonly aborter = new AbortController();
  private transcript: Transcript;
  private kept: ShellVariables | undefined;
  private asked = '';
  private stop: Stop | undefined;
  private mistake: unknown;

  constructor(
    before: ShellSnapshot,
    source: string,
    options: CellOptions,
    time: LabTime,
    chance: SeededStream,
  ) {
    this.before = before;
    this.source = source;
    this.options = options;
    this.time = time;
    this.limits = { ...CELL_LIMITS, ...options.limits };
    const randomBytes = (length: number) => chance.next(length);
    this.transcript = this.newTranscript([source]);
    this.files = new LabFiles({ hidden: (path, bytes) => this.hidden(path, bytes), randomBytes });
    this.bash = new Bash({
      fs: this.files,
      env: { ...before.env },
      cwd: before.cwd,
      defenseInDepth: false,
      executionLimits: libraryLimits(this.limits),
      customCommands: shellCommands({
        time,
        randomBytes,
        keep: (kept) => {
          this.kept = kept;
        },
        show: (args) => {
          const said = this.asked;
          this.asked = '';
          return shownFunctions(said, args, (name) => this.ledger.textOf(name) ?? before.functions[name]);
        },
        broke: (error) => {
          this.mistake ??= error;
          this.aborter.abort();
        },
      }),
      sleep: async (ms) => {
        await time.advance(ms);
      },
    });
  }

  async run(): Promise<CellResult> {
    const stopAtSignal = () => this.abort(INTERRUPTED);
    this.options.signal?.addEventListener('abort', stopAtSignal);
    const timer = setTimeout(() => this.abort(tooLong(this.limits)), this.limits.wallMs);
    if (this.options.signal?.aborted) stopAtSignal();
    try {
      await this.files.restore(this.before);
      return await this.execute();
    } finally {
      clearTimeout(timer);
      this.options.signal?.removeEventListener('abort', stopAtSignal);
    }
  }

  private async execute(): Promise<CellResult> {
    let isCell = true;
    this.bash.registerTransformPlugin({
      name: 'lab-cell',
      transform: ({ ast }) => {
        // Scripts that the cell runs in turn (`bash -c`, `xargs`) come by here too.
        if (!isCell) return { ast: mendedScript(ast, true) };
        isCell = false;
        return { ast: this.prepared(ast) };
      },
    });
    const { before } = this;
    const ran = await this.bash.exec(this.source, {
      rawScript: true,
      env: { ...before.variables, PWD: before.cwd, OLDPWD: before.env.OLDPWD ?? before.cwd },
      cwd: before.cwd,
      signal: this.aborter.signal,
    });
    if (this.mistake !== undefined) throw this.mistake;
    const stop = this.stop ?? this.libraryStop(ran);
    if (stop) return this.stopped(stop);
    await this.transcript.end(ran.exitCode, { stderr: ran.stderr });
    const { statements } = this.transcript;
    return {
      statements,
      exitCode: ran.exitCode,
      stopped: false,
      snapshot: await this.after(ran.exitCode, ran.env),
    };
  }

  /** The library has stopped at a limit of its own. Its words may have gone where the statement printed. */
  private libraryStop({ exitCode, stderr }: { exitCode: number; stderr: string }): Stop | undefined {
    if (exitCode !== LIBRARY_STOP_STATUS) return undefined;
    const stop = libraryStop(stderr + this.transcript.openStderr, this.limits);
    if (stop) this.transcript.dropOpenStderr();
    return stop;
  }

  private async stopped({ note }: Stop): Promise<CellResult> {
    await this.transcript.end(STOPPED_STATUS, { note });
    const snapshot = { ...this.before, lastStatus: STOPPED_STATUS, cells: this.before.cells + 1 };
    return { statements: this.transcript.statements, exitCode: STOPPED_STATUS, stopped: true, snapshot };
  }

  /** The cell as it is carried out: what was before it, its statements each with an output of its own, and what is kept. */
  private prepared(ast: ScriptNode): ScriptNode {
    const texts = statementTexts(this.source, ast.statements);
    this.transcript = this.newTranscript(texts);
    const textOf = new Map(ast.statements.map((node, at) => [definitionIn(node), texts[at]] as const));
    const watched = this.ledger.watch(ast, (node) => textOf.get(node) ?? printed(node));
    const own = keepBeforeExit(watched, HIDDEN).statements.map((node, at) => outputTo(node, at));
    const { statements: first } = this.ledger.watch(
      prologue(this.before),
      (node) => this.before.functions[node.name],
    );
    const whole = { ...ast, statements: [...first, ...own, ...keeping(HIDDEN)] };
    return mendedScript(whole, mayEndAtFailure(this.source, this.before.options));
  }

  private newTranscript(texts: readonly string[]): Transcript {
    return new Transcript(texts, this.options, () => this.time.takeSeqs());
  }

  private abort(stop: Stop): void {
    this.stop ??= stop;
    this.aborter.abort();
  }

  /** Takes what is written to a hidden file. */
  private async hidden(path: string, bytes: Uint8Array): Promise<void> {
    const [kind, name, status] = path.split('/') as [string, string, string | undefined];
    if (kind === 'function') this.ledger.opened(Number(name));
    else if (kind === ASKED) this.asked += bytesToUtf8Lossy(bytes);
    else if (kind === 'kept')
      this.said[name as Said] = (this.said[name as Said] ?? '') + bytesToUtf8Lossy(bytes);
    else if (kind === 'out' || kind === 'err') {
      await this.transcript.write(Number(name), kind, Number(status), bytes);
      if (this.transcript.size > this.limits.outputBytes) this.abort(tooMuchOutput(this.limits));
    }
  }

  private async after(status: number, env: Readonly<Record<string, string>>): Promise<ShellSnapshot> {
    const { before, said } = this;
    const kept = this.kept ?? {
      ...partVariables(new Map(Object.entries(env)), before.env),
      cwd: env.PWD ?? before.cwd,
    };
    const names =
      said.functions === undefined ? Object.keys(before.functions) : functionNames(said.functions);
    const files = await this.files.store();
    return {
      files,
      cwd: kept.cwd,
      env: kept.env,
      variables: kept.variables,
      declarations:
        said.declarations === undefined ? before.declarations : declarationLines(said.declarations),
      functions: this.ledger.textsOf(names, (name) => before.functions[name] ?? definedInFile(name, files)),
      options: said.options === undefined ? before.options : optionNames(said.options),
      shopts: said.shopts === undefined ? before.shopts : shoptNames(said.shopts),
      lastStatus: status,
      cells: before.cells + 1,
    };
  }
}

/** What may pass from command to command without being printed. */
const MOST_BETWEEN_COMMANDS = 8_000_000;

function libraryLimits({ commands, outputBytes }: CellLimits) {
  return {
    maxCommandCount: commands,
    maxLoopIterations: commands,
    maxStringLength: MOST_BETWEEN_COMMANDS,
    maxOutputSize: Math.max(8 * outputBytes, MOST_BETWEEN_COMMANDS),
    // Time is the lab's here, and may pass fast: real time is watched outside.
    maxExecutionTimeMs: Number.POSITIVE_INFINITY,
  };
}
