import { Cloud } from '../../lib/cloud';
import type { WireResponse } from '../../lib/wire';

/** The endpoint's world: its clock follows real time, and may be moved ahead of it. */
export class Lab {
  cloud: Cloud;
  private aheadMs = 0;
  private readonly options: { readonly quotas: boolean; readonly seed: string };

  constructor(options: { readonly quotas: boolean; readonly seed: string }) {
    this.options = options;
    this.cloud = this.fresh();
  }

  followClock(): void {
    this.cloud.advanceTo(Math.max(this.cloud.world.nowMs, Date.now() + this.aheadMs));
  }

  /** `reset`, `clock` and `quotas`: what a test bench wants beside AWS. */
  control(what: string, body: Uint8Array): WireResponse {
    const input = readObject(body);
    if (!input) return plain(400, { message: 'the body is not a JSON object' });
    const members = Object.hasOwn(CONTROLS, what) ? CONTROLS[what] : undefined;
    if (!members)
      return plain(404, { message: `/_lab/${what} is not offered; there are reset, clock and quotas` });
    const odd = Object.keys(input).find((name) => !members.includes(name));
    if (odd !== undefined) {
      const wanted = members.length === 0 ? 'no members' : `${members.join(', ')} alone`;
      return plain(400, { message: `/_lab/${what} wants ${wanted}, found ${JSON.stringify(odd)}` });
    }
    if (what === 'reset') return this.reset();
    return what === 'clock' ? this.moveClock(input.advanceSeconds) : this.switchQuotas(input.enabled);
  }

  private reset(): WireResponse {
    this.aheadMs = 0;
    this.cloud = this.fresh();
    return plain(200, {});
  }

  private moveClock(seconds: unknown): WireResponse {
    if (typeof seconds !== 'number' || !(seconds >= 0) || seconds > MOST_SECONDS) {
      const found = JSON.stringify(seconds) ?? 'nothing';
      return plain(400, {
        message: `advanceSeconds wants a number from 0 to ${MOST_SECONDS}, found ${found}`,
      });
    }
    this.aheadMs += seconds * 1000;
    this.followClock();
    return plain(200, { now: this.cloud.world.nowMs / 1000 });
  }

  private switchQuotas(enabled: unknown): WireResponse {
    if (typeof enabled !== 'boolean') {
      return plain(400, {
        message: `enabled wants true or false, found ${JSON.stringify(enabled) ?? 'nothing'}`,
      });
    }
    this.cloud.quotas = enabled;
    return plain(200, { enabled });
  }

  private fresh(): Cloud {
    return new Cloud({ seed: this.options.seed, startMs: Date.now(), quotas: this.options.quotas });
  }
}

/** What each control may be told. */
const CONTROLS: Readonly<Record<string, readonly string[]>> = {
  reset: [],
  clock: ['advanceSeconds'],
  quotas: ['enabled'],
};

/** A hundred years. */
const MOST_SECONDS = 100 * 366 * 86_400;

function readObject(body: Uint8Array): Record<string, unknown> | undefined {
  if (body.length === 0) return {};
  try {
    const json: unknown = JSON.parse(new TextDecoder().decode(body));
    return typeof json === 'object' && json !== null && !Array.isArray(json)
      ? (json as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

function plain(status: number, value: object): WireResponse {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) };
}
