import {
  type Answer,
  type AnyOperation,
  type ApiRequest,
  type Audit,
  type AwsWorld,
  type Call,
  type InnerCall,
  isRefusal,
  type Outcome,
  type Principal,
  type Refusal,
  type RequestSource,
  refuse,
} from '../aws';
import { purposeOf, seededBytes } from '../base';
import type { Change, Commit } from '../world';
import type { Engine } from './engine';
import { requestIdOf } from './ids';
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
export interface Family {
  readonly commits: Entry[];
}

type Entry = Omit<Commit<ApiRequest, Outcome>, 'seq' | 'atMs'>;

export interface Sending {
  readonly engine: Engine;
  readonly request: ApiRequest;
  /** Names this request in everything derived from the seed. */
  readonly purpose: string;
  readonly recorder: Recorder | undefined;
  readonly family: Family;
  readonly as: Principal | undefined;
}

/** Sends one request through every gate and commits it. */
export function send(engine: Engine, request: ApiRequest, trace = false): Reply {
  const { world } = engine;
  const seq = world.log.head + 1;
  const family: Family = { commits: [] };
  const recorder = trace ? new Recorder() : undefined;
  // A mistake of ours in the middle of a request leaves nothing half-done.
  const sending = { engine, request, purpose: `${seq}`, recorder, family, as: undefined };
  const { answer, changes, outcome } = world.whole(pass, sending);
  world.commit({ request, outcome, changes });
  for (const commit of family.commits) world.commit({ ...commit, parent: seq });
  return new Delivery(answer, world.seed, sending.purpose, seq, recorder?.finish()) as Reply;
}

/**
 * Answers as `send` would and leaves no mark: no change, no commit, no quota used.
 * Predictions, who-can tables and traces of past requests live on it.
 * @param as whoever makes the request, where its credentials do not say
 */
export function ask(engine: Engine, request: ApiRequest, trace = true, as?: Principal): Reply {
  const { world } = engine;
  const seq = world.log.head + 1;
  const recorder = trace ? new Recorder() : undefined;
  const family: Family = { commits: [] };
  const { answer } = world.trial(pass, { engine, request, purpose: `${seq}`, recorder, family, as });
  return new Delivery(answer, world.seed, `${seq}`, undefined, recorder?.finish()) as Reply;
}

/** A reply whose request id is worked out when somebody asks for it: bulk work never does. */
class Delivery {
  readonly ok: boolean;
  readonly output?: Record<string, unknown>;
  readonly refusal?: Refusal;
  readonly seq: number | undefined;
  readonly trace: Trace | undefined;
  private readonly seed: string;
  private readonly purpose: string;

  constructor(
    answer: Answer,
    seed: string,
    purpose: string,
    seq: number | undefined,
    trace: Trace | undefined,
  ) {
    this.ok = answer.ok;
    if (answer.ok) this.output = answer.output;
    else this.refusal = answer.refusal;
    this.seq = seq;
    this.trace = trace;
    this.seed = seed;
    this.purpose = purpose;
  }

  get requestId(): string {
    return requestIdOf(this.seed, this.purpose);
  }
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
  const call = new RequestCall(sending, operation, principal);
  return enter(engine, operation, call, recorder);
}

/**
 * Looking up first, then the gates, then the work. What the gates take (quota) stays whatever happens; what looking up
 * brings about (an AWS managed key) and the work are undone when the request is refused.
 */
function enter(engine: Engine, operation: AnyOperation, call: Call, recorder: Recorder | undefined): Passed {
  const looking = engine.world.collect(lookUp, { operation, call });
  const passage: Passage = { engine, operation, call, recorder, found: looking.value };
  const gates = engine.world.collect(firstRefusal, passage);
  if (gates.value) {
    engine.world.undo(looking.changes);
    return end(gates.value, passage, gates.changes);
  }
  const work = engine.world.collect(execute, passage);
  if (isRefusal(work.value)) {
    engine.world.undo(work.changes);
    engine.world.undo(looking.changes);
    return end(work.value, passage, gates.changes);
  }
  const output = (work.value ?? {}) as Record<string, unknown>;
  const audit = auditOf(call.principal, operation.audit(call, passage.found, output));
  recorder?.passed('trail', `${operation.name} recorded`);
  return {
    answer: { ok: true, output },
    outcome: { audit },
    changes: joined(looking.changes, joined(gates.changes, work.changes)),
  };
}

function auditOf(principal: Principal, audit: Omit<Audit, 'principal'>): Audit {
  const { resources, responseElements, additionalEventData } = audit;
  return { principal, resources, responseElements, additionalEventData };
}

function lookUp({ operation, call }: Pick<Passage, 'operation' | 'call'>): unknown {
  return operation.find(call);
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
    ? auditOf(passage.call.principal, passage.operation.audit(passage.call, passage.found, undefined))
    : { resources: [] };
  passage?.recorder?.passed('trail', `${passage.operation.name} recorded with ${refusal.name}`);
  return { answer: { ok: false, refusal }, outcome: { audit, refusal }, changes };
}

/** Most requests change nothing, and the log keeps them by the hundred thousand. */
const NO_CHANGES: readonly Change[] = [];

function joined(a: readonly Change[], b: readonly Change[]): readonly Change[] {
  if (a.length === 0) return b.length === 0 ? NO_CHANGES : b;
  return b.length === 0 ? a : [...a, ...b];
}

class RequestCall implements Call {
  readonly service: string;
  readonly operation: string;
  readonly region: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly principal: Principal;
  readonly source: RequestSource;
  readonly world: AwsWorld;
  readonly nowMs: number;
  private readonly sending: Sending;
  private children = 0;

  constructor(sending: Sending, operation: AnyOperation, principal: Principal) {
    const { engine, request } = sending;
    this.service = operation.service;
    this.operation = operation.name;
    this.region = request.region;
    this.input = request.input;
    this.principal = principal;
    this.source = request.source ?? NOWHERE;
    this.world = engine.world;
    this.nowMs = engine.world.nowMs;
    this.sending = sending;
  }

  random(what: string, length: number): Uint8Array {
    return seededBytes(this.world.seed, purposeOf(this.sending.purpose, what), length);
  }

  principalExists(arn: string): boolean {
    return this.sending.engine.ports.principalExists?.(this.world, arn) ?? true;
  }

  call(service: string, operation: string, input: Record<string, unknown>, options: InnerCall = {}): Answer {
    this.children += 1;
    return passInner({
      ...this.sending,
      request: innerRequest(this.sending.request, service, operation, input, options),
      purpose: `${this.sending.purpose}.${this.children}`,
      as: options.as ?? this.principal,
    });
  }
}

const NOWHERE: RequestSource = {};

export function innerRequest(
  outer: ApiRequest,
  service: string,
  operation: string,
  input: Record<string, unknown>,
  options: InnerCall,
): ApiRequest {
  // Whoever acts in the caller's place calls from elsewhere, and nobody carried the call there.
  const { via: carried = [], ...where } = options.as ? NOWHERE : (outer.source ?? NOWHERE);
  const via = options.via ? [...carried, options.via] : carried;
  const region = options.region ?? outer.region;
  const from = options.sourceArn === undefined ? where : { ...where, sourceArn: options.sourceArn };
  return {
    service,
    operation,
    region,
    credentials: outer.credentials,
    input,
    source: { ...from, via },
  };
}

export function passInner(sending: Sending): Answer {
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
