import type { CellEnd, RanStatement, ShellSnapshot } from '../../run';
import type { CompletionView } from '../../views';
import { type Remote, remote, serve } from '../rpc';
import type { Thread, Threads } from '../spawn';
import type { ConsoleSetting, EngineApi, ShellApi, ShellEvents } from './protocol';

export type ShellEnd =
  | { readonly how: 'done'; readonly report: CellEnd }
  | { readonly how: 'stopped' }
  | { readonly how: 'broken'; readonly why: string };

type OnStatement = (statement: RanStatement, index: number) => void;

interface Living {
  readonly worker: Thread;
  /** Once it can run cells. */
  readonly ready: Promise<Remote<ShellApi>>;
}

/** The page's hold on the shell's worker: ends it at once when asked to, and has another one ready. */
export class ShellClient {
  private readonly engine: Remote<EngineApi>;
  private readonly spawnShell: Threads['shell'];
  private setting: ConsoleSetting | undefined;
  private living: Living | undefined;
  private onStatement: OnStatement | undefined;
  /** Settles the cell that is running. */
  private settle: ((end: ShellEnd) => void) | undefined;
  private state: ShellSnapshot | undefined;

  constructor(engine: Remote<EngineApi>, spawn: Threads['shell']) {
    this.engine = engine;
    this.spawnShell = spawn;
  }

  async start(setting: ConsoleSetting): Promise<void> {
    this.setting = setting;
    await this.spawn().ready;
  }

  /** Runs one cell. Never rejects: a shell that breaks is an end too. */
  async run(source: string, state: ShellSnapshot | undefined, onStatement: OnStatement): Promise<ShellEnd> {
    this.state = state;
    this.onStatement = onStatement;
    const { ready } = this.living as Living;
    const end = await new Promise<ShellEnd>((settle) => {
      this.settle = settle;
      ready
        .then((shell) => shell.run(source, state))
        .then(
          (report) => settle({ how: 'done', report }),
          (error: Error) => settle({ how: 'broken', why: error.message }),
        );
    });
    this.settle = undefined;
    this.onStatement = undefined;
    if (end.how === 'done') this.state = end.report.shell;
    else this.spawn();
    return end;
  }

  /** Ends the running cell, whatever it is doing. */
  interrupt(): void {
    if (!this.settle) return;
    this.living?.worker.terminate();
    this.settle({ how: 'stopped' });
  }

  async complete(line: string, caret: number): Promise<CompletionView> {
    if (!this.living || this.settle) return { from: caret, to: caret, items: [] };
    const shell = await this.living.ready;
    return await shell.complete(line, caret, this.state);
  }

  /** The shell's files and variables from now on: another branch, another moment. */
  standAt(state: ShellSnapshot | undefined): void {
    this.state = state;
  }

  dispose(): void {
    this.living?.worker.terminate();
    this.living = undefined;
    this.settle?.({ how: 'stopped' });
  }

  private spawn(): Living {
    this.living?.worker.terminate();
    const worker = this.spawnShell();
    const shell = remote<ShellApi>(worker);
    serve<ShellEvents>(worker, { statement: (statement, index) => this.onStatement?.(statement, index) });
    worker.addEventListener('error', (event) => this.settle?.({ how: 'broken', why: event.message }));
    this.living = { worker, ready: this.attached(shell) };
    return this.living;
  }

  private async attached(shell: Remote<ShellApi>): Promise<Remote<ShellApi>> {
    const { port1, port2 } = new MessageChannel();
    await this.engine.attach(port1);
    await shell.attach(port2, this.setting as ConsoleSetting);
    return shell;
  }
}
