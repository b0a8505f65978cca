import {
  type Answer,
  type AnyOperation,
  type ApiRequest,
  type Call,
  type InnerCall,
  isRefusal,
  type Outcome,
  type Principal,
  type Refusal,
  refuse,
} from '../aws';
import { purposeOf, seededBytes, uuidOf } from '../base';
import type { Change, Commit } from '../world';
import type { Engine } from './engine';
import {
  authorization,
  execute,
  type Gate,
  key,
  keyState,
  type Passage,
  quota,
  request as wellFormed,
} from './stages';
import { Recorder, type Trace } from './trace';

export type Reply<O = Record<string, unknown>> = Answer<O> & {
  /** The commit this request became; absent when the lab only asked. */
  readonly seq?: number | undefined;
  readonly requestId: string;
  readonly trace?: Trace | undefined;
};

/** The gates between the caller and the work, in order. */
const GATES: readonly Gate[] = [quota, wellFormed, key, authorization, keyState];

/** Requests made on behalf of one that is still under way wait here, so that it comes first in the log. */
interface Family {
  readonly commits: Entry[];
}

type Entry = Omit<Commit<ApiRequest, Outcome>, 'seq' | 'atMs'>;

interface Sending {
  readonly engine: Engine;
  readonly request: ApiRequest;
  /** Names this request in everything derived from the seed. */
  readonly purpose: string;
  readonly recorder: Recorder | undefined;
  readonly family: Family;
  readonly as?: Principal | undefined;
}

/** Sends one request through every gate and commits it. */
export function send(engine: Engine, request: ApiRequest, trace = false): Reply {
  const { world } = engine;
  const seq = world.log.head + 1;
  const family: Family = { commits: [] };
  const recorder = trace ? new Recorder() : undefined;
  const { answer, changes, outcome } = passOrUndo({ engine, request, purpose: `${seq}`, recorder, family });
  world.commit({ request, outcome, changes });
  for (const commit of family.commits) world.commit({ ...commit, parent: seq });
  return { ...answer, seq, requestId: requestIdOf(world.seed, `${seq}`), trace: recorder?.finish() };
}

/**
 * Answers as `send` would and leaves no mark: no change, no commit, no quota used.
 * Predictions, who-can tables and traces of past requests live on it.
 */
export function ask(engine: Engine, request: ApiRequest, trace = true): Reply {
  const { world } = engine;
  const seq = world.log.head + 1;
  const recorder = trace ? new Recorder() : undefined;
  const family: Family = { commits: [] };
  const { answer, changes } = passOrUndo({ engine, request, purpose: `${seq}`, recorder, family });
  undoFamily(engine, family);
  world.undo(changes);
  return { ...answer, requestId: requestIdOf(world.seed, `${seq}`), trace: recorder?.finish() };
}

/** A mistake of ours in the middle of a request leaves nothing half-done. */
function passOrUndo(sending: Sending): Passed {
  try {
    return pass(sending);
  } catch (error) {
    undoFamily(sending.engine, sending.family);
    throw error;
  }
}

function undoFamily(engine: Engine, family: Family): void {
  for (const entry of [...family.commits].reverse()) engine.world.undo(entry.changes);
}

/** The request id AWS would send for the request of this purpose. */
export function requestIdOf(seed: string, purpose: string): string {
  return uuidOf(seededBytes(seed, purposeOf('request-id', purpose), 16));
}

interface Passed {
  readonly answer: Answer;
  readonly outcome: Outcome;
  readonly changes: readonly Change[];
}

function pass(sending: Sending): Passed {
  const { engine, request, recorder } = sending;
  const operation = engine.ports.operation(request.service, request.operation);
  if (!operation) return end(refuse('UnknownOperationException', undefined, 404));
  const principal = sending.as ?? engine.ports.authenticate(request, engine.world);
  if (isRefusal(principal)) {
    recorder?.refused('identity', `no identity has the access key ${request.credentials}`, principal);
    return end(principal);
  }
  recorder?.passed('identity', `${principal.arn} in account ${principal.account}`);
  const call = callOf(sending, operation, principal);
  return enter({ engine, operation, call, found: operation.find(call), recorder });
}

/** Gates first: what they take (quota) stays taken. Then the work, undone whole when it is refused. */
function enter(passage: Passage): Passed {
  const { engine, operation, call, found } = passage;
  const gates = engine.world.collect(() => firstRefusal(passage));
  if (gates.value) return end(gates.value, passage, gates.changes);
  const work = engine.world.collect(() => execute(passage));
  if (isRefusal(work.value)) {
    engine.world.undo(work.changes);
    return end(work.value, passage, gates.changes);
  }
  const output = (work.value ?? {}) as Record<string, unknown>;
  const audit = { principal: call.principal, ...operation.audit(call, found, output) };
  passage.recorder?.passed('trail', `${operation.name} recorded`);
  return { answer: { ok: true, output }, outcome: { audit }, changes: joined(gates.changes, work.changes) };
}

function firstRefusal(passage: Passage): Refusal | undefined {
  for (const gate of GATES) {
    const refusal = gate(passage);
    if (refusal) return refusal;
  }
  return undefined;
}

function end(refusal: Refusal, passage?: Passage, changes: readonly Change[] = []): Passed {
  const audit = passage
    ? {
        principal: passage.call.principal,
        ...passage.operation.audit(passage.call, passage.found, undefined),
      }
    : { resources: [] };
  passage?.recorder?.passed('trail', `${passage.operation.name} recorded with ${refusal.name}`);
  return { answer: { ok: false, refusal }, outcome: { audit, refusal }, changes };
}

function joined(a: readonly Change[], b: readonly Change[]): readonly Change[] {
  return a.length === 0 ? b : b.length === 0 ? a : [...a, ...b];
}

function callOf(sending: Sending, operation: AnyOperation, principal: Principal): Call {
  const { engine, request, purpose } = sending;
  let children = 0;
  const call: Call = {
    service: operation.service,
    operation: operation.name,
    region: request.region,
    input: request.input,
    principal,
    source: request.source ?? {},
    world: engine.world,
    nowMs: engine.world.nowMs,
    random: (what, length) => seededBytes(engine.world.seed, purposeOf(purpose, what), length),
    principalExists: (arn) => engine.ports.principalExists?.(engine.world, arn) ?? true,
    call: (service, name, input, options) => {
      children += 1;
      const inner = innerRequest(request, service, name, input, options);
      return passInner({
        ...sending,
        request: inner,
        purpose: `${purpose}.${children}`,
        as: options?.as ?? principal,
      });
    },
  };
  return call;
}

function innerRequest(
  outer: ApiRequest,
  service: string,
  operation: string,
  input: Record<string, unknown>,
  options: InnerCall = {},
): ApiRequest {
  const carried = outer.source?.via ?? [];
  const via = options.via ? [...carried, options.via] : carried;
  const region = options.region ?? outer.region;
  return {
    service,
    operation,
    region,
    credentials: outer.credentials,
    input,
    source: { ...outer.source, via },
  };
}

function passInner(sending: Sending): Answer {
  const recorder = sending.recorder ? new Recorder() : undefined;
  // Its place in the log is before the requests it causes in turn.
  const place =
    sending.family.commits.push({
      request: sending.request,
      outcome: { audit: { resources: [] } },
      changes: [],
    }) - 1;
  const { answer, changes, outcome } = pass({ ...sending, recorder });
  sending.family.commits[place] = { request: sending.request, outcome, changes };
  if (recorder) sending.recorder?.children.push(recorder.finish());
  return answer;
}
