import { type ApiRequest, addressOfSource } from '../../aws';
import type { LabPort, SentAnswer } from '../port';

/** A command that asks AWS for something takes about a second, as in life. */
const COMMAND_MS = 1000;

/**
 * The lab as one cell sees it: it knows the time without asking, and which commits the running command
 * made. Here alone time passes for commands, and what they send has an address it comes from.
 */
export class LabTime implements LabPort {
  private readonly port: LabPort;
  private now: number;
  private made: number[] = [];
  private asked = false;

  constructor(port: LabPort, nowMs: number) {
    this.port = port;
    this.now = nowMs;
  }

  /** The lab's time as far as this cell knows. */
  get known(): number {
    return this.now;
  }

  async send(request: ApiRequest): Promise<SentAnswer> {
    const source = { ...request.source, ip: addressOfSource(request.source ?? {}) };
    const answer = await this.port.send({ ...request, source });
    this.asked = true;
    this.now = answer.nowMs;
    if (answer.seq !== undefined) this.made.push(answer.seq);
    return answer;
  }

  /** A command has ended: its second passes, if it asked for anything. */
  async commandEnded(): Promise<void> {
    if (!this.asked) return;
    this.asked = false;
    await this.advance(COMMAND_MS);
  }

  /** Commits made since this was last asked. */
  takeSeqs(): readonly number[] {
    const made = this.made;
    this.made = [];
    return made;
  }

  services(): readonly string[] {
    return this.port.services();
  }

  operations(service: string): ReturnType<LabPort['operations']> {
    return this.port.operations(service);
  }

  async nowMs(): Promise<number> {
    return this.now;
  }

  async advance(ms: number): Promise<number> {
    this.now = await this.port.advance(ms);
    return this.now;
  }
}
