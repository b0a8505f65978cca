import type { Answer, ApiRequest, InnerCall, Principal } from '../aws';
import { needs } from '../base';
import type { Engine } from './engine';
import { type Family, innerRequest, passInner, type Sending } from './send';
import { Recorder, type Trace } from './trace';

/** What happens by itself names who it acts as: no caller stands behind it. */
type OwnCall = InnerCall & { readonly as: Principal };

/** Makes requests for something that happens by itself. */
export interface Happening {
  /** A request of its own, in a commit of its own. */
  call(service: string, operation: string, input: Record<string, unknown>, options: OwnCall): Answer;
}

/**
 * Does what nobody asked for at this moment, and commits it under `request`; the requests it makes pass every gate
 * and follow in the log as its children.
 */
export function happen(
  engine: Engine,
  request: ApiRequest,
  work: (happening: Happening) => readonly string[],
) {
  const { world } = engine;
  const seq = world.log.head + 1;
  const family: Family = { commits: [] };
  const { value: resources, changes } = world.whole(() =>
    world.collect(() => work(new OwnCalls({ engine, request, purpose: `${seq}`, family, ...NOBODY }))),
  );
  world.commit({ request, outcome: { audit: { resources } }, changes });
  for (const commit of family.commits) world.commit({ ...commit, parent: seq });
}

/** What the gates saw of the requests that `happen` would make now; it leaves no mark. */
export function traceHappening(
  engine: Engine,
  request: ApiRequest,
  work: (happening: Happening) => readonly string[],
): Trace {
  const { world } = engine;
  const recorder = new Recorder();
  const purpose = `${world.log.head + 1}`;
  const sending = { engine, request, purpose, family: { commits: [] }, as: undefined, recorder };
  world.trial(() => world.collect(() => work(new OwnCalls(sending))));
  return recorder.finish();
}

const NOBODY = { as: undefined, recorder: undefined };

class OwnCalls implements Happening {
  private readonly sending: Sending;
  private children = 0;

  constructor(sending: Sending) {
    this.sending = sending;
  }

  call(service: string, operation: string, input: Record<string, unknown>, options: OwnCall): Answer {
    needs(options.region, `${service} ${operation} happens in some Region`);
    this.children += 1;
    return passInner({
      ...this.sending,
      request: innerRequest(this.sending.request, service, operation, input, options),
      purpose: `${this.sending.purpose}.${this.children}`,
      as: options.as,
    });
  }
}
