import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problemSentence } from '../reading';
import { readScenario, toScenario } from './read-scenario';
import { scenarioJsonSchema } from './schema';
import { SMALL, smallScenario, swap } from './small-scenario.testkit';

const complaint = (text: string) => {
  const read = readScenario(text);
  return read.ok ? 'none' : problemSentence(read.problem);
};

describe('a scenario file', () => {
  it('is read whole', () => {
    const { steps, world } = smallScenario();
    expect(steps.map(({ kind }) => kind)).toEqual(['observe', 'predict', 'do', 'debrief']);
    expect(world.principals.map(({ profile }) => profile)).toEqual(['default', 'app']);
  });

  it('may be JSON as well', () => {
    const again = readScenario(JSON.stringify(smallScenario()));
    expect(again).toEqual({ ok: true, value: smallScenario() });
    expect(toScenario(JSON.parse(JSON.stringify(smallScenario())))).toEqual(again);
  });

  it.each([
    [
      'level: beginner',
      'level: easy',
      'The scenario, level cannot be read: expected beginner, intermediate or advanced, found "easy".',
    ],
    [
      'minutes: 2',
      'minutes: soon',
      'The scenario, minutes cannot be read: expected whole minutes, found "soon".',
    ],
    [
      'title: Name a key',
      'titel: Name a key',
      'The scenario, title cannot be read: expected a line of text, found nothing.',
    ],
    [
      'summary: Give',
      'price: 5\nsummary: Give',
      'The scenario cannot be read: expected known members only, found price.',
    ],
    [
      'summary: Give a key a name.',
      'summary: Give key #1 a name.',
      'The scenario cannot be read: expected quotes around a text with " #", which begins a comment, found "Give key #1 a name.".',
    ],
    [
      'region: eu-west-1\n  setup',
      'region: eu-west-9\n  setup',
      'The scenario, world, region cannot be read: expected the code of a Region, such as eu-west-1, found "eu-west-9".',
    ],
    [
      'region: eu-west-1\n  setup',
      'region: us-east-1\n  setup',
      'The scenario, world, region cannot be read: expected one of eu-west-1, eu-central-1, found "us-east-1".',
    ],
    [
      'kind: observe',
      'kind: watch',
      'The scenario, steps, 1, kind cannot be read: expected a step of kind read, observe, fault, predict, decide, do or debrief, found "watch".',
    ],
    [
      'when: { never: { operation: DisableKey } }',
      'when: {}',
      'The scenario, steps, 3, goals, 2, when cannot be read: expected a condition: one or more of request, never, atMost, key, items, can, clock, file, traffic, output, answered, all, any, not, found an object with nothing.',
    ],
    [
      'key: { region: eu-west-1, alias: alias/app }',
      'clock: {}',
      'The scenario, steps, 3, goals, 1, when, clock cannot be read: expected a moment from or until, found an object with nothing.',
    ],
    [
      'alias: alias/app } }\n        diagnose',
      'is: { KeyId: { $contian: a } } } }\n        diagnose',
      'The scenario, steps, 3, goals, 1, when, key, is, KeyId cannot be read: expected known members only, found $contian.',
    ],
    [
      'gets: elsewhere',
      'gets: nowhere',
      'The scenario, steps, 3, wrongPaths, 1, gets cannot be read: expected the id of a diagnosis or dead end of this step (elsewhere, gone), found "nowhere".',
    ],
    [
      'id: guess',
      'id: look',
      'The scenario, steps, 2, id cannot be read: expected an id of its own, found "look".',
    ],
    [
      'run: aws kms describe-key',
      'settledIn: guess\n      run: aws kms describe-key',
      'The scenario, steps, 2, predict, settledIn cannot be read: expected the id of a later step without a prediction of its own, found "guess".',
    ],
    [
      'title: Look',
      'title: Look\n    lab: quiet',
      'The scenario, steps, 1, lab cannot be read: expected only in a step with a prediction, or in which one is settled, found "quiet".',
    ],
    [
      'title: Guess',
      'title: Guess\n    lab: silent',
      'The scenario, steps, 2, lab cannot be read: expected quiet, found "silent".',
    ],
    [
      'role: app }',
      'user: a, role: app }',
      'The scenario, world, principals, 2 cannot be read: expected a principal with a user or a role, found an object with profile, account, user, role.',
    ],
  ])('with %j in place of which stands %j is refused', (from, to, sentence) => {
    expect(complaint(swap(from, to)(SMALL))).toBe(sentence);
  });

  it('is refused when it is no YAML, too long or too deep', () => {
    expect(complaint('a: [')).toMatch(/^The scenario cannot be read: expected YAML, found /);
    expect(complaint('x'.repeat(512_001))).toBe(
      'The scenario cannot be read: expected at most 512,000 characters, found 512,001 characters.',
    );
    expect(complaint('['.repeat(60) + ']'.repeat(60))).toBe(
      'The scenario cannot be read: expected at most 40 levels, found more.',
    );
  });

  it('never breaks the reader, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(readScenario(JSON.stringify(value)).ok).toBe(false);
        expect(toScenario(value).ok).toBe(false);
      }),
    );
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        expect(readScenario(text).ok).toBe(false);
      }),
    );
  });

  it('never breaks the reader where one part of a good one is anything', () => {
    const good = JSON.parse(JSON.stringify(smallScenario())) as Record<string, unknown>;
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(good)), fc.jsonValue(), (name, value) => {
        expect(typeof toScenario({ ...good, [name]: value }).ok).toBe('boolean');
      }),
      { numRuns: 100 },
    );
  });

  it('has a JSON Schema for editors', () => {
    const { properties, required } = scenarioJsonSchema() as { properties: object; required: string[] };
    expect(Object.keys(properties)).toContain('steps');
    expect(required).toContain('world');
    expect(required).not.toContain('flow');
  });
});
