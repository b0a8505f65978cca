import { describe, expect, it } from 'vitest';
import type { ApiRequest } from '../aws';
import { type Happening, happen, traceHappening } from './happening';
import { COOK, jars, pantry } from './pantry.testkit';

const BELL: ApiRequest = {
  service: 'lab',
  operation: 'Due',
  region: '',
  credentials: '',
  input: { id: 'bell' },
};
const AS_COOK = { as: COOK, region: 'eu-west-1', via: 'pantry.aws' };

/** The bell rings: a jar of its own, then one that somebody else puts up, which asks for one in turn. */
const ring = (world: ReturnType<typeof pantry>['world']) => (happening: Happening) => {
  world.put(jars, { name: 'bell', label: 'rang' });
  happening.call('pantry', 'PutJar', { Name: 'plum', Then: 'ask' }, AS_COOK);
  happening.call('pantry', 'PutJar', { Name: 'gone' }, AS_COOK);
  return ['jar/bell'];
};

describe('what happens by itself', () => {
  it('is a commit, with the requests it made as children, refused ones too', () => {
    const { world, ...engine } = pantry();
    happen({ world, ...engine }, BELL, ring(world));
    const commits = world.log.since(0);
    expect(
      commits.map(({ seq, parent, request, outcome, changes }) => [
        seq,
        parent,
        request.input.Name ?? request.operation,
        outcome.refusal?.name,
        changes.map(({ id }) => id),
      ]),
    ).toEqual([
      [1, undefined, 'Due', undefined, ['bell']],
      [2, 1, 'plum', undefined, ['plum']],
      [3, 1, 'inner', undefined, ['inner']],
      [4, 1, 'gone', 'NotFoundException', []],
    ]);
    expect(commits[1]).toMatchObject({
      request: { region: 'eu-west-1', source: { via: ['pantry.aws'] } },
      outcome: { audit: { principal: COOK } },
    });
  });

  it('can be looked at again without leaving a mark', () => {
    const engine = pantry();
    const before = engine.world.hash();
    const trace = traceHappening(engine, BELL, ring(engine.world));
    expect(trace.children.map(({ children }) => children.length)).toEqual([1, 0]);
    expect(trace.children[1]?.stages.find(({ verdict }) => verdict === 'refused')?.stage).toBe('key');
    expect([engine.world.hash(), engine.world.log.head]).toEqual([before, 0]);
  });

  it('leaves nothing behind when we make a mistake in the middle', () => {
    const engine = pantry();
    const before = engine.world.hash();
    const broken = (happening: Happening) => {
      happening.call('pantry', 'PutJar', { Name: 'plum' }, AS_COOK);
      throw new Error('the bell broke');
    };
    expect(() => happen(engine, BELL, broken)).toThrow('the bell broke');
    expect([engine.world.hash(), engine.world.log.head]).toEqual([before, 0]);
  });
});
