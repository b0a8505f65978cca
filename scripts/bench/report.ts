import { availableParallelism, cpus, loadavg } from 'node:os';
import { say } from '../say';

export interface Result {
  readonly name: string;
  readonly opsPerSecond: number;
  readonly rawPerSecond?: number;
  readonly ratioToRaw?: number;
}

/** How much slower or longer something gets from one size to another; 1 is flat. */
export interface Growth {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly ratio: number;
  readonly unit: string;
}

export function machine() {
  return {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
    load: loadavg().map((load) => Number(load.toFixed(2))),
    node: process.version,
  };
}

export function printResults(results: readonly Result[]): void {
  for (const { name, opsPerSecond, rawPerSecond, ratioToRaw } of results) {
    const beside = rawPerSecond
      ? `  raw ${whole(rawPerSecond)}/s  ${(100 * (ratioToRaw ?? 0)).toFixed(0)} % of raw`
      : '';
    say(`${name.padEnd(28)} ${whole(opsPerSecond).padStart(9)}/s${beside}`);
  }
}

export function printGrowth(growth: readonly Growth[]): void {
  for (const { name, from, to, ratio, unit } of growth) {
    say(`${name.padEnd(28)} ${whole(from)} -> ${whole(to)}: ${ratio.toFixed(2)} ${unit}`);
  }
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en-US');
}
