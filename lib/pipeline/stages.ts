import { type AnyOperation, type Call, isRefusal, type Refusal, validate } from '../aws';
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
  const charges = operation.charges(call, found);
  if (!engine.quotas || charges.length === 0) {
    recorder?.passed('quota', charges.length === 0 ? 'no quota applies' : 'request quotas are switched off');
    return undefined;
  }
  const rated = charges.map((charge) => ({ ...charge, perSecond: engine.ports.rate(charge, engine.world) }));
  const empty = take(engine.world, rated);
  const shown = empty ?? rated[0];
  const saw = shown
    ? `${shown.label}: ${shown.perSecond.toLocaleString('en-US')} requests a second in ${shown.region}`
    : '';
  if (!empty) {
    recorder?.passed('quota', saw);
    return undefined;
  }
  const refusal = engine.ports.throttled(operation);
  recorder?.refused('quota', `${saw}, and none is left`, refusal);
  return refusal;
}

export function request({ operation, call, found, recorder }: Passage): Refusal | undefined {
  const refusal = validate(operation.input, call.input) ?? operation.validate?.(call, found);
  return report('request', { operation, call, found, recorder }, refusal, `${operation.name}, well formed`);
}

export function key({ operation, call, found, recorder }: Passage): Refusal | undefined {
  const refusal = operation.verdict(call, found);
  return report('key', { operation, call, found, recorder }, refusal, 'nothing to look up');
}

export function authorization({ engine, operation, call, found, recorder }: Passage): Refusal | undefined {
  let refusal: Refusal | undefined;
  const checks = operation.checks(call, found);
  for (const check of checks) {
    const verdict = engine.ports.authorize(call, check, recorder !== undefined);
    if (verdict.explanation !== undefined) recorder?.decisions.push(verdict.explanation);
    if (!verdict.denial) continue;
    refusal = check.denied(verdict.denial);
    break;
  }
  const what = checks.map((check) => check.action).join(', ');
  const saw = refusal ? `${what} is refused` : what ? `${what} is allowed` : 'no permission is needed';
  return report('authorization', { operation, call, found, recorder }, refusal, saw);
}

export function keyState({ operation, call, found, recorder }: Passage): Refusal | undefined {
  const refusal = operation.state?.(call, found);
  return report('key state', { operation, call, found, recorder }, refusal, 'no state to check');
}

export function execute({ operation, call, found, recorder }: Passage): unknown {
  const output: unknown = operation.execute(call, found);
  const refusal = isRefusal(output) ? output : undefined;
  report('HSM', { operation, call, found, recorder }, refusal, 'done');
  return output;
}

function report(
  stage: Parameters<Recorder['passed']>[0],
  passage: Pick<Passage, 'operation' | 'call' | 'found' | 'recorder'>,
  refusal: Refusal | undefined,
  otherwise: string,
): Refusal | undefined {
  const { operation, call, found, recorder } = passage;
  if (!recorder) return refusal;
  const saw = describe(operation, stage, call, found, otherwise);
  if (refusal) recorder.refused(stage, saw, refusal);
  else recorder.passed(stage, saw);
  return refusal;
}
