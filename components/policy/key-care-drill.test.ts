import { describe, expect, it } from 'vitest';
import type { KeeperView } from '../../lib/views';
import { afterDrill } from './key-care-drill';

const keeper = (arn: string): KeeperView => ({
  arn,
  label: arn,
  account: '1',
  operations: ['PutKeyPolicy'],
  by: 'key policy',
  depends: [],
});

const gone = (...arns: readonly string[]) => new Set(arns);

describe('the lockout drill', () => {
  const two = { keepers: [keeper('a'), keeper('b')], rootCan: false, state: 'safe' } as const;

  it('ends in a locked key when the last who holds its policy is deleted', () => {
    const states = [gone(), gone('a'), gone('a', 'b')].map((set) => afterDrill(two, set).state);
    expect(states).toEqual(['safe', 'one', 'locked']);
  });

  it('never locks a key that lets the root user in', () => {
    expect(afterDrill({ ...two, rootCan: true }, gone('a', 'b')).state).toBe('safe');
  });
});
