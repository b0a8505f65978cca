import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ApiRequest } from '../aws';
import { newShell } from '../cli';
import { HOME_ACCESS_KEY } from '../cloud';
import { type Difference, differences } from './differences';
import { Session } from './session';

const START = Date.UTC(2026, 10, 22, 10);
const ORIGIN = {
  id: 'run-1',
  scenario: 'sandbox',
  seed: 'session-test',
  startMs: START,
  product: '0.1.0',
  createdAtMs: START,
};

const SHELL = newShell({ user: 'student', region: 'eu-west-1', nowMs: START });

function request(operation: string, input: Record<string, unknown> = {}): ApiRequest {
  return { service: 'kms', operation, region: 'eu-west-1', credentials: HOME_ACCESS_KEY, input };
}

/** Runs requests as a shell would: one statement each, a second of lab time after every one. */
function cell(session: Session, ...requests: readonly ApiRequest[]) {
  session.begin(requests.map(({ operation }) => operation).join('\n'), 'typed');
  const statements = requests.map((one) => {
    const { seq } = session.send(one);
    session.advance(1000);
    return { source: one.operation, stdout: '', stderr: '', exitCode: 0, seqs: [seq as number] };
  });
  return session.end({ statements, exitCode: 0, stopped: false, shell: SHELL });
}

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.constant({ do: 'cell', requests: [request('CreateKey')] } as const),
  fc.constant({
    do: 'cell',
    requests: [request('ListKeys'), request('CreateKey'), request('DescribeKey', { KeyId: 'alias/none' })],
  } as const),
  fc.constant({ do: 'cell', requests: [] } as const),
  fc.record({ do: fc.constant('branch' as const), after: fc.nat(6) }),
  fc.record({ do: fc.constant('switch' as const), to: fc.nat(4) }),
);
type Step =
  | { readonly do: 'cell'; readonly requests: readonly ApiRequest[] }
  | { readonly do: 'branch'; readonly after: number }
  | { readonly do: 'switch'; readonly to: number };

function take(session: Session, one: Step): void {
  const { run, line } = session;
  if (one.do === 'cell') cell(session, ...one.requests);
  else if (one.do === 'branch') session.goOnAfter(one.after % (line.cells.length + 1));
  else session.switchTo(run.branches[one.to % run.branches.length]?.id as string);
}

function lived(steps: readonly Step[]): Session {
  const session = Session.begin(ORIGIN);
  for (const one of steps) take(session, one);
  return session;
}

describe('a session', () => {
  it('records a cell with its requests, its statements and the state it led to', () => {
    const session = Session.begin(ORIGIN);
    const made = cell(session, request('CreateKey'), request('ListKeys'));
    expect(made).toEqual({
      id: 'c1',
      after: undefined,
      source: 'CreateKey\nListKeys',
      origin: 'typed',
      fromMs: START,
      toMs: START + 2000,
      status: 'done',
      exitCode: 0,
      statements: [
        { source: 'CreateKey', stdout: '', stderr: '', exitCode: 0, from: 0, to: 1 },
        { source: 'ListKeys', stdout: '', stderr: '', exitCode: 0, from: 1, to: 2 },
      ],
      journal: [
        { atMs: START, request: request('CreateKey') },
        { atMs: START + 1000, request: request('ListKeys') },
      ],
      shell: SHELL,
      hash: session.cloud.world.hash(),
    });
    expect(session.moments.map(({ first, last, atMs }) => [first, last, atMs - START])).toEqual([
      [1, 1, 0],
      [2, 2, 1000],
    ]);
  });

  it('keeps the shell of before when a cell is stopped, and the world that it made', () => {
    const session = Session.begin(ORIGIN);
    cell(session, request('CreateKey'));
    session.begin('while true; do aws kms create-key; done', 'typed');
    session.send(request('CreateKey'));
    const stopped = session.end({ statements: [], exitCode: 130, stopped: true });
    expect([stopped.status, stopped.shell, stopped.journal.length]).toEqual(['stopped', SHELL, 1]);
    expect(session.line.head).toBe(2);
  });

  it('comes back from its record with the same worlds on every branch', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 10 }), (steps) => {
        const session = lived(steps);
        const { session: again, drift } = Session.restore(structuredClone(session.run));
        expect(drift).toBeUndefined();
        for (const { id } of session.run.branches) {
          session.switchTo(id);
          expect(again.switchTo(id)).toBeUndefined();
          expect(again.cloud.world.hash()).toBe(session.cloud.world.hash());
          expect(again.line.moments).toEqual(session.line.moments);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('goes on from any cell as if what came after had never been, and leaves the old branch untouched', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), fc.nat(8), (steps, choice) => {
        const session = lived(steps);
        const { branch } = session.run;
        const cells = [...session.line.cells];
        const before = session.cloud.world.hash();
        const keep = choice % (cells.length + 1);
        session.goOnAfter(keep);
        const empty = Session.begin(ORIGIN).cloud.world.hash();
        expect(session.cloud.world.hash()).toBe(cells[keep - 1]?.hash ?? empty);
        expect(session.line.cells).toEqual(cells.slice(0, keep));
        cell(session, request('CreateKey', { Description: 'on the branch' }));
        session.switchTo(branch);
        if (keep < cells.length) expect(session.cloud.world.hash()).toBe(before);
      }),
      { numRuns: 25 },
    );
  });

  it('is where it began when everything is taken back', () => {
    const session = lived([
      { do: 'cell', requests: [request('CreateKey')] },
      { do: 'cell', requests: [request('ListKeys')] },
    ]);
    session.goOnAfter(0);
    expect(session.cloud.world.hash()).toBe(Session.begin(ORIGIN).cloud.world.hash());
  });

  it('names the first cell that leads elsewhere than it did when it was recorded', () => {
    const session = lived([
      { do: 'cell', requests: [request('CreateKey')] },
      { do: 'cell', requests: [request('CreateKey')] },
    ]);
    const [first, second] = session.run.cells;
    const forged = {
      ...session.run,
      cells: [first, { ...second, hash: 'f'.repeat(64) }],
    } as typeof session.run;
    expect(Session.restore(forged).drift).toEqual({
      cell: forged.cells[1],
      expected: 'f'.repeat(64),
      found: second?.hash,
    });
  });

  it('tells the trace of every request, kept or asked for again', () => {
    const session = lived([
      { do: 'cell', requests: [request('CreateKey'), request('DescribeKey', { KeyId: 'alias/none' })] },
    ]);
    const kept = [session.trace(1), session.trace(2)];
    const { session: again } = Session.restore(session.run);
    expect([again.trace(1), again.trace(2)]).toEqual(kept);
    expect(kept[1]?.stages.find(({ verdict }) => verdict === 'refused')?.stage).toBe('key');
  });
});

describe('the differences between two moments', () => {
  it('name what was made, one way, and what would be unmade, the other', () => {
    const session = lived([{ do: 'cell', requests: [request('CreateKey'), request('ListKeys')] }]);
    const { world } = session.cloud;
    const made = differences(world, 0, 2).filter(({ table }) => table !== 'quota-buckets');
    expect(made.map(({ table, before }) => [table, before])).toEqual([
      ['kms-keys', undefined],
      ['kms-materials', undefined],
    ]);
    expect(
      differences(world, 2, 0)
        .filter(({ table }) => table !== 'quota-buckets')
        .map(({ after }) => after),
    ).toEqual([undefined, undefined]);
    expect(differences(world, 2, 2)).toEqual([]);
  });

  it('are none between a world and itself after there and back', () => {
    const session = lived([{ do: 'cell', requests: [request('CreateKey')] }]);
    const [key] = differences(session.cloud.world, 0, 1).filter(({ table }) => table === 'kms-keys');
    const { keyId } = (key as Difference).after as { readonly keyId: string };
    cell(session, request('DisableKey', { KeyId: keyId }), request('EnableKey', { KeyId: keyId }));
    expect(differences(session.cloud.world, 1, 3).filter(({ table }) => table === 'kms-keys')).toEqual([]);
  });
});
