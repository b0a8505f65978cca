import { type AnyOperation, type Call, type Refusal, STAGES, type Stage } from '../aws';

/** What one gate made of a request. */
export interface StageReport {
  readonly stage: Stage;
  readonly verdict: 'passed' | 'refused' | 'not reached';
  /** One sentence on what the gate saw; empty where it was not reached. */
  readonly saw: string;
  readonly refusal?: Refusal | undefined;
}

/** Everything the gates saw of one request, and of the requests it caused. */
export interface Trace {
  readonly stages: readonly StageReport[];
  /** The explained decision for each thing that had to be allowed. */
  readonly decisions: readonly unknown[];
  readonly children: readonly Trace[];
}

/** Collects the trace while a request passes. Requests that nobody looks at carry none. */
export class Recorder {
  readonly decisions: unknown[] = [];
  readonly children: Trace[] = [];
  private readonly reports = new Map<Stage, StageReport>();

  passed(stage: Stage, saw: string): void {
    this.reports.set(stage, { stage, verdict: 'passed', saw });
  }

  refused(stage: Stage, saw: string, refusal: Refusal): void {
    this.reports.set(stage, { stage, verdict: 'refused', saw, refusal });
  }

  finish(): Trace {
    const stages = STAGES.map(
      (stage): StageReport => this.reports.get(stage) ?? { stage, verdict: 'not reached', saw: '' },
    );
    return { stages, decisions: this.decisions, children: this.children };
  }
}

/** The service's sentence on what a gate saw, or the gate's own. */
export function describe(
  operation: AnyOperation,
  stage: Stage,
  call: Call,
  found: unknown,
  otherwise: string,
): string {
  return operation.saw?.(stage, call, found) ?? otherwise;
}
