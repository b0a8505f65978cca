import { describe, expect, it } from 'vitest';
import { Rehearsal } from '../rehearsal';
import { smallScenario, swap } from '../small-scenario.testkit';

const QUIET = swap('title: Guess', 'title: Guess\n    lab: quiet');

async function veils(stage: Rehearsal, ...steps: readonly string[]) {
  return steps.map((step) => {
    stage.answer({ step });
    return stage.lesson.stage?.(stage.moment).isVeiled;
  });
}

describe('a quiet step', () => {
  it('keeps the lab to itself until what it asks about has happened, and then no more', async () => {
    const stage = await Rehearsal.ofScenario(smallScenario(QUIET));
    expect(await veils(stage, 'look', 'guess', 'name')).toEqual([false, true, false]);
    await stage.run('aws kms describe-key --key-id $KEY --profile app');
    expect(await veils(stage, 'look', 'guess', 'name')).toEqual([false, false, false]);
  });

  it('is opened by what an earlier step asked, where that is settled in it', async () => {
    const settled = (text: string) =>
      swap(
        'title: Name it',
        'title: Name it\n    lab: quiet',
      )(swap('run: aws kms describe-key', 'settledIn: name\n      run: aws kms describe-key')(text));
    const stage = await Rehearsal.ofScenario(smallScenario(settled));
    expect(await veils(stage, 'guess', 'name')).toEqual([false, true]);
    await stage.run('aws kms describe-key --key-id $KEY --profile app');
    expect(await veils(stage, 'guess', 'name')).toEqual([false, false]);
  });
});
