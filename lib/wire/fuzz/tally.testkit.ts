import { Cloud } from '../../cloud';
import { START_MS } from '../wire.testkit';
import { SERVICES } from './requests.testkit';
import type { Tally } from './walk.testkit';

/** Every operation that requests are made for, by service and name. */
export function fuzzedOperations(): readonly string[] {
  const cloud = new Cloud({ seed: 'names', startMs: START_MS });
  return [...new Set(SERVICES)].flatMap((service) =>
    Object.keys(cloud.operations(service) ?? {}).map((name) => `${service}:${name}`),
  );
}

/** Several walks taken together. */
export class Sum {
  private readonly counts = new Map<string, Map<string, number>>();

  add(tally: Tally): void {
    for (const [operation, ends] of tally) {
      const own = this.counts.get(operation) ?? new Map<string, number>();
      this.counts.set(operation, own);
      for (const [end, count] of ends) own.set(end, (own.get(end) ?? 0) + count);
    }
  }

  /** Operations that never did what they were asked. */
  neverReached(): readonly string[] {
    return fuzzedOperations().filter((operation) => !this.counts.get(operation)?.has('ok'));
  }

  /** A line for each operation: how often it succeeded, was refused, and by what most often. */
  table(): string {
    const rows = [...this.counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(rowOf);
    return [['operation', 'ok', 'refused', 'most often by'], ...rows].map(lineOf).join('\n');
  }
}

function rowOf([operation, ends]: readonly [string, ReadonlyMap<string, number>]): readonly string[] {
  const refusals = [...ends].filter(([end]) => end !== 'ok').sort(([, a], [, b]) => b - a);
  const refused = refusals.reduce((sum, [, count]) => sum + count, 0);
  const most = refusals.slice(0, 3).map(([name, count]) => `${name} ${count}`);
  return [operation, String(ends.get('ok') ?? 0), String(refused), most.join(', ')];
}

function lineOf([operation = '', ok = '', refused = '', most = '']: readonly string[]): string {
  return `${operation.padEnd(52)}${ok.padStart(7)}${refused.padStart(9)}  ${most}`.trimEnd();
}
