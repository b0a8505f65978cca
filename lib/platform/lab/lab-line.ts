import type { ApiRequest } from '../../aws';
import type { Session } from '../../run';
import { serve } from '../rpc';
import type { LabApi, SentReply } from './protocol';

const NEVER = new Promise<never>(() => {});

/** The line on which the shell's requests come in. One shell at a time: a new line cuts the old one. */
export class LabLine {
  private readonly session: () => Session;
  private readonly onHalt: () => void;
  private port: MessagePort | undefined;
  private left: number | undefined;

  constructor(session: () => Session, onHalt: () => void) {
    this.session = session;
    this.onHalt = onHalt;
  }

  attach(port: MessagePort): void {
    this.port?.close();
    this.port = port;
    serve<LabApi>(port, {
      send: (request) => this.send(port, request),
      nowMs: () => this.session().line.nowMs,
      advance: (ms) => this.advance(port, ms),
    });
    port.start();
  }

  /** After so many more requests no more are answered: a cell that was stopped is stopped there again. */
  haltAfter(requests: number | undefined): void {
    this.left = requests;
  }

  private async send(port: MessagePort, request: ApiRequest): Promise<SentReply> {
    if (this.isCut(port)) return NEVER;
    const session = this.session();
    const { trace: _trace, ...reply } = session.send(request);
    if (this.left !== undefined) {
      this.left -= 1;
      if (this.left === 0) {
        this.onHalt();
        return NEVER;
      }
    }
    return { ...reply, nowMs: session.line.nowMs };
  }

  private async advance(port: MessagePort, ms: number): Promise<number> {
    return this.isCut(port) ? NEVER : this.session().advance(ms);
  }

  /** A shell that was ended may still have had something to say. */
  private isCut(port: MessagePort): boolean {
    return port !== this.port || this.left === 0 || !this.session().openCell;
  }
}
