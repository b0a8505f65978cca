import { type AnyOperation, type Call, type Charge, isRefusal, type Refusal, validate } from '../aws';
import type { Engine } from './engine';
import { take } from './quota';
import { describe, type Recorder } from './trace';

/** One request with everything the gates need. */
export interface Passage {
  readonly engine: Engine;
  readonly operation: AnyOperation;
  readonly call: Call;
  readonly found: unknown;
  readonly recorder: Recorder | undefined;
}

/** A gate answers nothing to let the request go on, or the refusal that ends it. */
export type Gate = (passage: Passage) => Refusal | undefined;

export function quota({ engine, operation, call, found, recorder }: Passage): Refusal | undefined {
  if (!engine.quotas && !recorder) return undefined;
  const charges = operation.charges(call, found);
  if (!engine.quotas || charges.length === 0) {
    recorder?.passed('quota', charges.length === 0 ? 'no quota applies' : 'request quotas are switched off');
    return undefined;
  }
  const rated = charges.map((charge) => ({ ...charge, perSecond: engine.ports.rate(charge, engine.world) }));
  const empty = take(engine.world, rated);
  if (!empty) {
    recorder?.passed('quota', rateOf(rated[0]));
    return undefined;
  }
  const refusal = engine.ports.throttled(operation);
  recorder?.refused('quota', `${rateOf(empty)}, and none is left`, refusal);
  return refusal;
}

function rateOf(charge: Charge | undefined): string {
  return charge ? `${charge.label}: ${grouped(charge.perSecond)} requests a second in ${charge.region}` : '';
}

/** With a comma between thousands, the same on every machine. */
function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

export function request(passage: Passage): Refusal | undefined {
  const { operation, call, found } = passage;
  const refusal = validate(operation.input, call.input) ?? operation.validate?.(call, found);
  if (passage.recorder) report('request', passage, refusal, `${operation.name}, well formed`);
  return refusal;
}

export function key(passage: Passage): Refusal | undefined {
  const refusal = passage.operation.verdict(passage.call, passage.found);
  if (passage.recorder) report('key', passage, refusal, 'nothing to look up');
  return refusal;
}

export function authorization(passage: Passage): Refusal | undefined {
  const { engine, operation, call, found, recorder } = passage;
  let refusal: Refusal | undefined;
  const checks = operation.checks(call, found);
  for (const check of checks) {
    const verdict = engine.ports.authorize(call, check, recorder !== undefined);
    if (verdict.explanation !== undefined) recorder?.decisions.push(verdict.explanation);
    if (!verdict.denial) continue;
    refusal = check.denied(verdict.denial);
    break;
  }
  if (!recorder) return refusal;
  const what = checks.map((check) => check.action).join(', ');
  const saw = refusal ? `${what} is refused` : what ? `${what} is allowed` : 'no permission is needed';
  report('authorization', passage, refusal, saw);
  return refusal;
}

export function keyState(passage: Passage): Refusal | undefined {
  const refusal = passage.operation.state?.(passage.call, passage.found);
  if (passage.recorder) report('key state', passage, refusal, 'no state to check');
  return refusal;
}

export function execute(passage: Passage): unknown {
  const output: unknown = passage.operation.execute(passage.call, passage.found);
  if (passage.recorder) report('HSM', passage, isRefusal(output) ? output : undefined, 'done');
  return output;
}

/** Says what a gate saw, to whoever is looking. */
function report(
  stage: Parameters<Recorder['passed']>[0],
  { operation, call, found, recorder }: Passage,
  refusal: Refusal | undefined,
  otherwise: string,
): void {
  const saw = describe(operation, stage, call, found, otherwise);
  if (refusal) recorder?.refused(stage, saw, refusal);
  else recorder?.passed(stage, saw);
}
