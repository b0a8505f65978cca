import { describe, expect, it } from 'vitest';
import { type Commit, CommitLog } from './log';

function commit(seq: number): Commit<string, string> {
  return { seq, atMs: seq * 10, request: `r${seq}`, outcome: 'ok', changes: [] };
}

function logOf(length: number, keep = 100): CommitLog<string, string> {
  const log = new CommitLog<string, string>(keep);
  for (let seq = 1; seq <= length; seq++) log.append(commit(seq));
  return log;
}

describe('the commit log', () => {
  it('numbers commits from one without a gap', () => {
    const log = logOf(3);
    expect([log.head, log.checkpoint, log.get(2), log.get(4)]).toEqual([3, 0, commit(2), undefined]);
    expect(() => log.append(commit(5))).toThrow('commit 5 follows 3');
  });

  it('answers what happened after a commit, oldest first', () => {
    expect(logOf(4).since(2)).toEqual([commit(3), commit(4)]);
    expect(logOf(4).since(0)).toHaveLength(4);
    expect(logOf(4).since(4)).toEqual([]);
  });

  it('folds the oldest commits away once a tenth too many are kept, and remembers when the last of them was', () => {
    const log = logOf(111);
    expect([log.head, log.checkpoint]).toEqual([111, 11]);
    expect([log.get(11), log.get(12), log.since(0).length]).toEqual([undefined, commit(12), 100]);
    expect([log.atMsOf(11), log.atMsOf(12), log.atMsOf(3)]).toEqual([110, 120, undefined]);
  });

  it('forgets and restores the newest commits', () => {
    const log = logOf(5);
    const forgotten = log.truncate(3);
    expect([log.head, forgotten]).toEqual([3, [commit(4), commit(5)]]);
    log.restore(forgotten);
    expect([log.head, log.get(5)]).toEqual([5, commit(5)]);
    expect(() => logOf(111).truncate(5)).toThrow('commit 5 is behind the checkpoint 11');
  });

  it('copies itself, so that the copy goes its own way', () => {
    const log = logOf(111);
    const copy = log.copy();
    copy.append(commit(112));
    expect([log.head, copy.head, copy.checkpoint, copy.atMsOf(11)]).toEqual([111, 112, 11, 110]);
  });
});
