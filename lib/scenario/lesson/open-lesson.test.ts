import { beforeEach, describe, expect, it } from 'vitest';
import type { GuideMove, GuideOutcome } from '../../run';
import type { GuideView } from '../../views';
import { Rehearsal } from '../rehearsal';
import { smallScenario, swap } from '../small-scenario.testkit';
import type { Guide } from './guide';

let stage: Rehearsal;
beforeEach(async () => {
  stage = await Rehearsal.ofScenario(smallScenario());
});

/** What the screen does with a move. */
async function move(kind: GuideMove['kind'], choice = ''): Promise<GuideOutcome> {
  const outcome = stage.lesson.act?.({ kind, choice } as GuideMove, stage.moment) ?? {};
  stage.answer(outcome.answers ?? {});
  if (outcome.source) await stage.run(outcome.source, 'guide');
  return outcome;
}

/** The screen draws a guide as it is. */
function guide(): Guide & GuideView {
  if (!stage.guide) throw new Error('no guide');
  return stage.guide;
}

async function toTask(): Promise<void> {
  await move('next');
  await move('predict', 'yes');
  await stage.run('aws kms describe-key --key-id $KEY --profile app');
  await move('next');
}

describe('a lesson', () => {
  it('says where it begins, for whom and with what', () => {
    const { id, crumbs, seed, startMs, region, regions, identities, setup } = stage.lesson;
    expect({ id, crumbs, seed, startMs, region, regions, identities }).toEqual({
      id: 'name-a-key',
      crumbs: [{ label: 'Labs' }, { label: 'First steps' }],
      seed: 'small',
      startMs: Date.UTC(2026, 11, 1, 9),
      region: 'eu-west-1',
      regions: ['eu-west-1', 'eu-central-1'],
      identities: [
        { profile: 'default', name: 'user/student', account: '111122223333', note: 'Administrator' },
        { profile: 'app', name: 'role/app', account: '111122223333', note: undefined },
      ],
    });
    expect(setup).toHaveLength(1);
  });

  it('tells the map and the flow what the world does not', async () => {
    await stage.run('lab clock 10:02; lab traffic eu-west-1 drained; lab traffic eu-central-1 serving');
    expect(stage.lesson.stage?.(stage.moment)).toMatchObject({
      traffic: {
        'eu-west-1': { state: 'drained', label: 'drained at 10:02' },
        'eu-central-1': { state: 'serving', label: 'serving' },
      },
      flow: { id: 'one-key', twin: ['You ask KMS.'] },
    });
  });
});

describe('the guide', () => {
  it('begins with the first step and its commands', async () => {
    expect(guide()).toMatchObject({
      number: 1,
      title: 'Look',
      canBack: false,
      canNext: true,
      goals: [],
      hints: [],
    });
    expect(guide().commands).toEqual([
      { id: 'look-1', source: 'aws kms list-keys', lead: 'Its id.', state: 'ready' },
    ]);
    await stage.run('aws kms list-keys');
    expect(guide().commands[0]?.state).toBe('ran');
  });

  it('asks before it shows the command, and lets the engine answer', async () => {
    await move('next');
    expect(guide()).toMatchObject({
      canNext: false,
      nextBlockedBecause: 'First say what you expect.',
      commands: [],
    });
    await move('predict', 'yes');
    expect(guide().commands.map(({ source }) => source)).toEqual([
      'aws kms describe-key --key-id $KEY --profile app',
    ]);
    expect(guide().nextBlockedBecause).toBe('Now run the command and see what happens.');
    await stage.run('aws kms describe-key --key-id $KEY --profile app');
    expect(guide().prediction).toMatchObject({
      chosen: 'yes',
      resolution: {
        answer: 'no',
        engineSaid: 'AccessDeniedException',
        why: 'No policy of the role allows it.',
      },
    });
    expect(guide().canNext).toBe(true);
  });

  it('goes on when the command was run and none of the options came true', async () => {
    const unforeseen = smallScenario(swap('outcome: refused', 'outcome: ThrottlingException'));
    stage = await Rehearsal.ofScenario(unforeseen);
    stage.answer({ step: 'guess', 'predict guess': 'no' });
    await stage.run('aws kms describe-key --key-id $KEY --profile app');
    expect(guide()).toMatchObject({ canNext: true, prediction: { resolution: undefined } });
  });

  it('keeps a learner until goals are met and the decision is made, and says how many are open', async () => {
    await toTask();
    expect(guide()).toMatchObject({
      number: 3,
      canNext: false,
      nextBlockedBecause: 'A decision is still open.',
    });
    await move('decide', 'stays');
    expect(guide().nextBlockedBecause).toBe('One goal is still open.');
    expect(guide().decision?.chosen).toBe('stays');
    expect((await move('next')).answers).toBeUndefined();
    await stage.run('aws kms create-alias --alias-name alias/app --target-key-id $KEY');
    expect(guide().goals).toEqual([
      { id: 'named', text: 'alias/app names a key.', state: 'done', because: undefined },
      { id: 'once', text: 'Nothing is disabled.', state: 'done', because: undefined },
    ]);
    await move('next');
    expect(guide()).toMatchObject({ kind: 'debrief', canNext: false, debrief: { title: 'Names', quiz: [] } });
    await move('back');
    expect(guide().number).toBe(3);
  });

  it('says why not yet, and what a broken constraint means', async () => {
    await toTask();
    await stage.run(
      'K=$(aws kms create-key --region eu-central-1 --query KeyMetadata.KeyId --output text); aws kms create-alias --region eu-central-1 --alias-name alias/app --target-key-id $K; aws kms disable-key --key-id $KEY',
    );
    expect(guide().goals.map(({ state, because }) => [state, because])).toEqual([
      ['open', 'That was eu-central-1.'],
      ['broken', undefined],
    ]);
  });

  it('finds the way back from a dead end', async () => {
    await toTask();
    await stage.run('aws kms list-aliases');
    await stage.run('aws kms schedule-key-deletion --key-id $KEY --pending-window-in-days 7');
    await stage.run('lab clock +8d');
    expect(guide().deadEnd).toEqual({
      because: 'The key is deleted.',
      rewindTo: `request ${stage.moment.position - 1}, before it was deleted`,
    });
    const { goOnFrom } = await move('rewind');
    expect(goOnFrom).toBe(stage.moment.position - 1);
    expect((await move('rewind')).answers).toEqual({ 'played name': '0' });
  });

  it.each([
    ['files', 'file: { path: gone.txt }', 1],
    ['output', 'output: { source: touch, contains: late }', 1],
    [
      'what one can do',
      'can: { as: app, service: kms, operation: DescribeKey, region: eu-west-1, input: { KeyId: alias/late }, outcome: AccessDeniedException }',
      2,
    ],
  ])('looks at %s as at each moment', async (_what, dead, position) => {
    stage = await Rehearsal.ofScenario(
      smallScenario(swap('when: { not: { key: { region: eu-west-1 } } }', `when: { ${dead} }`)),
    );
    stage.answer({ step: 'name' });
    await stage.run('aws kms list-aliases');
    await stage.run('touch gone.txt; echo late');
    await stage.run('aws kms list-keys');
    await stage.run('aws kms create-alias --alias-name alias/late --target-key-id $KEY');
    await stage.run('aws kms list-keys');
    expect(guide().deadEnd?.rewindTo).toBe(`request ${position}, before it was deleted`);
  });

  it('goes back to the start where it was dead from the first request on', async () => {
    stage = await Rehearsal.ofScenario(
      smallScenario(swap('when: { not: { key: { region: eu-west-1 } } }', 'when: { request: {} }')),
    );
    await stage.run('aws kms list-aliases');
    stage.answer({ step: 'name' });
    expect(guide().deadEnd?.rewindTo).toBe('the start, before it was deleted');
  });
});

describe('support', () => {
  it('at completion gives all but the gaps', async () => {
    await toTask();
    expect(guide()).toMatchObject({ support: 'completion', worked: undefined });
    expect(guide().commands.map(({ source }) => source)).toEqual(['aws kms list-aliases']);
  });

  it('independent gives nothing, and hints stay', async () => {
    await toTask();
    await move('support', 'independent');
    expect(guide().commands).toEqual([]);
    expect(guide().hints.map(({ rung }) => rung)).toEqual(['aim', 'look', 'concept', 'operation', 'command']);
    expect((await move('hint')).answers).toBeUndefined();
  });

  it('worked plays the solution move by move', async () => {
    await toTask();
    await move('support', 'worked');
    expect(guide().worked).toMatchObject({
      played: 0,
      moves: [{ commentary: 'None yet.' }, { commentary: 'The name.' }],
    });
    await move('play');
    await move('play');
    expect(guide().worked?.played).toBe(2);
    expect(guide().goals.every(({ state }) => state === 'done')).toBe(true);
    expect(await move('play')).toEqual({});
    expect(guide().commands).toEqual([]);
  });

  it('that does not exist is completion', async () => {
    await move('support', 'telepathy');
    expect(guide().support).toBe('completion');
  });
});

describe('a prediction that is settled later', () => {
  it('lets the learner go on, and is answered there', async () => {
    const moved = smallScenario(
      swap('run: aws kms describe-key', 'settledIn: name\n      run: aws kms describe-key'),
    );
    stage = await Rehearsal.ofScenario(moved);
    await move('next');
    await move('predict', 'no');
    expect(guide()).toMatchObject({
      canNext: true,
      commands: [],
      prediction: { chosen: 'no', resolution: undefined },
    });
    await move('next');
    await stage.run('aws kms describe-key --key-id $KEY --profile app');
    expect(guide().prediction).toMatchObject({ chosen: 'no', resolution: { answer: 'no' } });
  });
});
