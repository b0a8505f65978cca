import { describe, expect, it } from 'vitest';
import { countPlaywright, countStep, countVitest } from './test.mjs';

describe('the count at the end of npm test', () => {
  it('takes passed and failed tests from the unit tests, and a file that did not load as a failure', () => {
    const loaded = { status: 'failed', assertionResults: [{}, {}] };
    const unloadable = { status: 'failed', assertionResults: [] };
    const report = { numPassedTests: 40, numFailedTests: 2, testResults: [loaded, unloadable] };
    expect(countVitest(report)).toEqual({ passed: 40, failed: 3 });
  });

  it('takes browser tests likewise; one that passed only at the second try failed', () => {
    const report = { stats: { expected: 7, unexpected: 1, flaky: 1 }, errors: [{}] };
    expect(countPlaywright(report)).toEqual({ passed: 7, failed: 3 });
  });

  it('counts a step that failed without a failing test as one failure', () => {
    expect(countStep(false)).toEqual({ passed: 0, failed: 1 });
    expect(countStep(false, { passed: 5, failed: 0 })).toEqual({ passed: 5, failed: 1 });
    expect(countStep(false, { passed: 5, failed: 2 })).toEqual({ passed: 5, failed: 2 });
    expect(countStep(true, { passed: 5, failed: 0 })).toEqual({ passed: 5, failed: 0 });
  });

  it('does not invent a count where there is no report', () => {
    expect([countVitest(undefined), countPlaywright(undefined)]).toEqual([undefined, undefined]);
  });
});
