import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { balanceLaws, proveQuizItem } from '../lib/quiz';
import { coverageOf, type Finding, findingLine, proveScenario } from '../lib/scenario';
import {
  allCovers,
  allFamilies,
  allKnowledge,
  allQuizItems,
  allScenarios,
  allTestClaims,
  theCourse,
} from '../scripts/lab/content-files';

const known = allKnowledge(Date.now());

/** Warnings are told and do not fail: a fact that grew old is not wrong yet. */
function broken(found: readonly Finding[]): readonly string[] {
  const lines = found.filter(({ level }) => level === 'warning').map(findingLine);
  if (lines.length > 0) process.stderr.write(`${lines.join('\n')}\n`);
  return found.filter(({ level }) => level === 'error').map(findingLine);
}

describe('every law of content holds', () => {
  it.each(allScenarios().map((scenario) => [scenario.id, scenario] as const))(
    'of the scenario %s',
    async (_id, scenario) => {
      expect(broken(await proveScenario(scenario, known))).toEqual([]);
    },
  );

  it.each(allQuizItems().map((item) => [item.id, item] as const))(
    'of the quiz item %s',
    async (_id, item) => {
      expect(broken(await proveQuizItem(item, known))).toEqual([]);
    },
  );

  it('of the ids it says to cover', () => {
    expect(coverageOf(allFamilies(), allCovers()).strange).toEqual([]);
  });

  it('of the ids it says a test shows: the test is there', () => {
    const gone = allTestClaims().filter(
      ({ test, title }) => !existsSync(test) || !readFileSync(test, 'utf8').includes(`it('${title}'`),
    );
    expect(gone).toEqual([]);
  });

  it('of the time a scenario takes: 8 to 25 minutes, one sitting', () => {
    const others = allScenarios().filter(({ minutes }) => minutes < 8 || minutes > 25);
    expect(others.map(({ id, minutes }) => `${id}: ${minutes}`)).toEqual([]);
  });

  it('of the course: it names every scenario once', () => {
    const { home, labs } = theCourse();
    expect([...home, ...labs].sort()).toEqual(allScenarios().map(({ id }) => id));
  });

  it('of the quiz items together', () => {
    expect(broken(balanceLaws(allQuizItems()))).toEqual([]);
  });
});
