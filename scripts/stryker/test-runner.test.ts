import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { strykerPlugins } from './test-runner.mjs';

/** A tree as Stryker leaves it: fault 1 changes an answer, 2 a value made on loading, 3 a cache, 4 nothing seen. */
const source = `
const isActive = (id: string) => globalThis.__stryker__.activeMutant === id;
const EVEN = isActive('2') ? 1 : 0;
const known = new Map<number, boolean>();
export function isEven(n: number): boolean {
  if (isActive('4') && n > 1000) return false;
  const answer = known.get(n) ?? (n % 2 === EVEN) !== isActive('1');
  known.set(n, isActive('3') ? !answer : answer);
  return answer;
}
`;
const vectors = `
import { describe, expect, it } from 'vitest';
import { isEven } from './even';
describe('isEven', () => {
  it.each([[2, true], [3, false]])('%d: %s', (n, expected) => { expect(isEven(n)).toBe(expected); });
  it('remembers', () => { expect([isEven(2), isEven(2)]).toEqual([true, true]); });
});
`;

const base = mkdtempSync(join(tmpdir(), 'vectors-'));
const file = 'lib/policy/even/even.test.ts';
const ids = ['', 'isEven 2: true', 'isEven 3: false', 'isEven remembers'].map((name) => `${file}#${name}`);
const [loading, two, three, remembers] = ids;
const runner = strykerPlugins[0]?.factory(base);

beforeAll(async () => {
  mkdirSync(join(base, 'lib/policy/even'), { recursive: true });
  writeFileSync(join(base, 'lib/policy/even/even.ts'), source);
  writeFileSync(join(base, file), vectors);
  await runner?.init();
});
afterAll(() => {
  rmSync(base, { recursive: true });
  fc.resetConfigureGlobal();
});

const plant = (id: string, testFilter = ids) =>
  runner?.mutantRun({ activeMutant: { id, fileName: 'lib/policy/even/even.ts' }, testFilter });

describe('the vectors without vitest', () => {
  it('all pass where no fault is planted, the loading of their file among them', async () => {
    const run = await runner?.dryRun();
    expect(run?.tests.map(({ id, status }) => [id, status])).toEqual(ids.map((id) => [id, 0]));
  });

  it.each([
    ['in an answer', '1', two],
    ['in what is made on loading', '2', two],
    ['in a cache', '3', remembers],
  ])('find a fault %s, and nothing of it reaches the next', async (_name, id, killer) => {
    expect(await plant(id)).toMatchObject({ status: 'killed', killedBy: [killer] });
    expect(await plant('4')).toEqual({ status: 'survived', nrOfTests: 4 });
  });

  it('are only those that reach the fault, or all of a file whose loading does', async () => {
    expect(await plant('4', [three ?? ''])).toEqual({ status: 'survived', nrOfTests: 2 });
    expect(await plant('3', [three ?? ''])).toMatchObject({ status: 'survived' });
    expect(await plant('3', [loading ?? ''])).toMatchObject({ status: 'killed' });
  });
});
