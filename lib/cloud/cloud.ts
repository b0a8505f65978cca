import type { AnyOperation, ApiRequest, AwsWorld, Outcome, Principal } from '../aws';
import { kmsThrottled } from '../kms';
import { ask, type Engine, grantedQuota, type Reply, send, type Trace, throttled } from '../pipeline';
import { nextAlarm } from '../services/cloudwatch';
import { principalExists, seedAccessKeyId, seedAccount } from '../services/iam';
import { type Due, World } from '../world';
import { authenticate, isAccessKey } from './authenticate';
import { authorize } from './authorize';
import { foldIntoLedger } from './bill';
import { advanceTo, DUE_OPERATION, traceDue } from './clock';
import { type Judgement, judge, type Supposed } from './judge';
import { LAB_SERVICE } from './lab';
import { DUE_HANDLERS, METRIC_SOURCES, operationOf, operationsOf } from './operations';

export interface CloudOptions {
  readonly seed: string;
  /** Where the lab's clock starts, in epoch ms. */
  readonly startMs: number;
  /** Request-rate quotas, on unless said otherwise. */
  readonly quotas?: boolean;
  /** How many commits stay undoable. */
  readonly keepCommits?: number;
}

/** The account every lab starts with, and its administrator. */
export const HOME_ACCOUNT = '111122223333';
export const HOME_USER = 'student';
export const HOME_ACCESS_KEY = seedAccessKeyId(HOME_ACCOUNT, HOME_USER);

/** All services on one world: a whole small AWS. */
export class Cloud {
  readonly world: AwsWorld;
  private readonly engine: Engine;

  constructor(options: CloudOptions, world?: AwsWorld) {
    this.world = world ?? new World<ApiRequest, Outcome>({ ...options, summarise: foldIntoLedger });
    this.engine = {
      world: this.world,
      quotas: options.quotas ?? true,
      ports: {
        operation: operationOf,
        authenticate,
        authorize,
        principalExists,
        rate: (charge, at) => grantedQuota(at, charge, charge.pool) ?? charge.perSecond,
        throttled: (operation) => (operation.service === 'kms' ? kmsThrottled() : throttled()),
      },
    };
    if (!world) this.settle();
  }

  get quotas(): boolean {
    return this.engine.quotas;
  }

  set quotas(on: boolean) {
    this.engine.quotas = on;
  }

  send(request: ApiRequest, trace = false): Reply {
    return send(this.engine, request, trace);
  }

  /** Answers as `send` would and leaves no mark. */
  ask(request: ApiRequest, trace = true): Reply {
    return ask(this.engine, request, trace);
  }

  /** The same for a principal without credentials at hand, and as if no quota were used up. */
  askAs(principal: Principal, request: ApiRequest, trace = true): Reply {
    return ask({ ...this.engine, quotas: false }, request, trace, principal);
  }

  /**
   * Lets `work` ask what would be decided of requests that nobody sends, and change records to see what that would
   * lead to. Nothing it does stays.
   */
  supposing<T>(work: (judge: (operation: AnyOperation, supposed: Supposed) => Judgement) => T): T {
    const { world } = this;
    const asking = (operation: AnyOperation, supposed: Supposed) => judge(world, operation, supposed);
    return world.trial(() => world.collect(() => work(asking)).value);
  }

  /** Moves the clock to a moment; answers what came due on the way. */
  advanceTo(ms: number): readonly Due[] {
    return advanceTo(this.engine, ms, DUE_HANDLERS, (untilMs) =>
      nextAlarm(this.world, METRIC_SOURCES, untilMs),
    );
  }

  /** What the gates saw of a past request: it is run once more as it was then. */
  explain(seq: number): Trace | undefined {
    const commit = this.world.log.get(seq);
    if (!commit || isDue(commit.request)) return undefined;
    const root = commit.parent ?? seq;
    const first = this.world.log.get(root);
    if (!first) return undefined;
    const trace = this.world.at(root - 1, first.atMs, () => this.traceNow(first.request));
    return trace && descendant(trace, seq - root);
  }

  private traceNow(request: ApiRequest): Trace | undefined {
    return isDue(request) ? traceDue(this.engine, request, DUE_HANDLERS) : this.ask(request).trace;
  }

  /** Another world that begins where this one is now. */
  fork(): Cloud {
    const { seed, startMs } = this.world;
    return new Cloud({ seed, startMs, quotas: this.quotas }, this.world.fork());
  }

  /** Whether the lab made this access key, be it inactive or expired by now. */
  knows(accessKeyId: string): boolean {
    return isAccessKey(this.world, accessKeyId);
  }

  /** Declarations of a service's operations, by name. */
  operations(service: string): Readonly<Record<string, AnyOperation>> | undefined {
    return operationsOf(service);
  }

  /** The home account exists before the first request: it is the ground, not something that happened. */
  private settle(): void {
    this.world.collect(() => seedAccount(this.world, { account: HOME_ACCOUNT, user: HOME_USER }));
  }
}

/** What the clock did, and no caller. */
function isDue({ service, operation }: ApiRequest): boolean {
  return service === LAB_SERVICE && operation === DUE_OPERATION;
}

/** The n-th request that a request caused, in the order of the log; 0 is the request itself. */
function descendant(trace: Trace, n: number): Trace | undefined {
  return inOrder(trace)[n];
}

function inOrder(trace: Trace): readonly Trace[] {
  return [trace, ...trace.children.flatMap(inOrder)];
}
