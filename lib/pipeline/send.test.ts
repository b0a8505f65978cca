import { describe, expect, it } from 'vitest';
import { refuse } from '../aws';
import { lacksIdentityAllow } from '../aws/denial.testkit';
import { requestIdOf } from './ids';
import { asking, COOK, jars, pantry } from './pantry.testkit';
import { buckets } from './quota';
import { ask, send } from './send';

const DENY_ALL = {
  authorize: (_call: never, check: never) => ({ denial: lacksIdentityAllow(COOK, check) }),
};

describe('a request that passes every gate', () => {
  it('is answered, changes the world and becomes a commit', () => {
    const engine = pantry();
    const reply = send(engine, asking('plum'));
    const jar = engine.world.table(jars).get('plum');
    expect(reply).toMatchObject({ ok: true, output: { Label: jar?.label }, seq: 1 });
    expect(reply.requestId).toBe(requestIdOf('pantry', '1'));
    expect(engine.world.log.get(1)).toEqual({
      seq: 1,
      atMs: 1000,
      request: asking('plum'),
      outcome: { audit: { principal: COOK, resources: ['jar/plum'] } },
      changes: [{ table: 'jars', id: 'plum', before: undefined, after: jar }],
    });
  });

  it('gets the same random bytes in every run of the same requests, and others in the next request', () => {
    const labels = () => {
      const engine = pantry();
      return ['plum', 'plum'].map((name) => {
        const reply = send(engine, asking(name));
        return reply.ok && reply.output.Label;
      });
    };
    const [first, second] = labels();
    expect(labels()).toEqual([first, second]);
    expect(first).not.toBe(second);
  });
});

describe('the gates', () => {
  /** Everything is wrong with this request; each gate that is mended lets the next one speak. */
  it('speak in this order: operation, identity, quota, shape, rules, existence, permission, work', () => {
    const throttling = { quotas: true, rate: () => 0.1 };
    const refusalOf = (
      request: ReturnType<typeof asking>,
      ports: Parameters<typeof pantry>[0] = {},
      quotas = false,
    ) => {
      const engine = pantry(ports, quotas);
      if (quotas) send(engine, asking('first'));
      const reply = send(engine, request);
      return reply.ok ? 'ok' : [reply.refusal.name, reply.refusal.message];
    };
    const bad = { ...asking('much too long a name', 'refuse'), credentials: 'AKIATHIEF' };
    expect(refusalOf({ ...bad, operation: 'Eat' }, DENY_ALL)).toEqual([
      'UnknownOperationException',
      undefined,
    ]);
    expect(refusalOf(bad, { ...DENY_ALL, ...throttling }, true)).toEqual([
      'UnrecognizedClientException',
      'who are you?',
    ]);
    const known = { ...bad, credentials: COOK.accessKeyId };
    expect(refusalOf(known, { ...DENY_ALL, ...throttling }, true)).toEqual([
      'ThrottlingException',
      'Rate exceeded',
    ]);
    expect(refusalOf(known, DENY_ALL)).toEqual([
      'ValidationException',
      "1 validation error detected: Value 'much too long a name' at 'name' failed to satisfy constraint: Member must have length less than or equal to 8",
    ]);
    expect(refusalOf(asking('lid', 'refuse'), DENY_ALL)).toEqual(['ValidationException', 'a lid is no jar']);
    expect(refusalOf(asking('gone', 'refuse'), DENY_ALL)).toEqual(['NotFoundException', undefined]);
    expect(refusalOf(asking('plum', 'refuse'), DENY_ALL)).toEqual([
      'AccessDeniedException',
      'User: arn:aws:iam::111122223333:user/cook is not authorized to perform: pantry:PutJar on resource: jar/plum because no identity-based policy allows the pantry:PutJar action',
    ]);
    expect(refusalOf(asking('plum', 'refuse'))).toEqual(['Full', 'the shelf is full']);
    expect(refusalOf(asking('plum'))).toBe('ok');
  });

  it('leave a commit of every refusal, with who asked for what', () => {
    const engine = pantry(DENY_ALL);
    send(engine, asking('plum'));
    const refusal = expect.objectContaining({ name: 'AccessDeniedException' });
    expect(engine.world.log.get(1)?.outcome).toEqual({
      audit: { principal: COOK, resources: ['jar/plum'] },
      refusal,
    });
  });
});

describe('a refused request', () => {
  it('changes nothing but the quota it used', () => {
    const engine = pantry({}, true);
    expect(send(engine, asking('plum', 'refuse')).ok).toBe(false);
    expect(engine.world.table(jars).size).toBe(0);
    const [bucket] = engine.world.table(buckets).all();
    expect(bucket?.tokens).toBe(1);
    expect(engine.world.log.get(1)?.changes).toEqual([
      { table: 'quota-buckets', id: '111122223333/eu-west-1/put', before: undefined, after: bucket },
    ]);
  });

  it('gives everything back when the mistake is ours, and is no commit', () => {
    for (const then of ['crash', 'ask, then crash']) {
      const engine = pantry({}, true);
      const before = engine.world.hash();
      expect(() => send(engine, asking('plum', then))).toThrow('the shelf broke');
      expect([engine.world.hash(), engine.world.log.head]).toEqual([before, 0]);
    }
  });
});

describe('a request made on behalf of another', () => {
  it('is a commit of its own behind that of its parent, and carries who passed it on', () => {
    const engine = pantry();
    expect(send(engine, asking('plum', 'ask')).ok).toBe(true);
    const [outer, inner] = engine.world.log.since(0);
    expect([outer?.parent, inner?.parent]).toEqual([undefined, 1]);
    expect(inner?.request).toEqual({
      ...asking('inner'),
      source: { via: ['pantry.aws'] },
    });
    expect(engine.world.table(jars).ids()).toEqual(['inner', 'plum']);
    expect(inner?.outcome.audit.principal).toBe(COOK);
  });

  it('stays when the outer request is refused: only the outer one is undone', () => {
    const engine = pantry({}, true);
    expect(send(engine, asking('plum', 'ask, then refuse')).ok).toBe(false);
    expect(engine.world.table(jars).ids()).toEqual(['inner']);
    const [outer, inner] = engine.world.log.since(0);
    expect(outer?.changes.map((change) => change.table)).toEqual(['quota-buckets']);
    expect(inner?.changes.map((change) => change.table)).toEqual(['quota-buckets', 'jars']);
    const after = engine.world.hash();
    engine.world.rewind(0);
    expect(engine.world.table(jars).size).toBe(0);
    send(engine, asking('plum', 'ask, then refuse'));
    expect(engine.world.hash()).toBe(after);
  });

  it('is recorded also when it is refused itself, and may refuse its parent', () => {
    const engine = pantry();
    const reply = send(engine, asking('plum', 'ask and be refused'));
    expect(reply).toMatchObject({ ok: false, refusal: { name: 'Full' } });
    expect(engine.world.log.since(0).map(({ outcome }) => outcome.refusal?.name)).toEqual(['Full', 'Full']);
    expect(engine.world.table(jars).size).toBe(0);
  });

  it('comes before those it causes in turn', () => {
    const engine = pantry();
    send(engine, asking('plum', 'ask twice'));
    expect(engine.world.log.since(0).map(({ seq, parent }) => [seq, parent])).toEqual([
      [1, undefined],
      [2, 1],
      [3, 1],
    ]);
    expect(engine.world.log.get(3)?.request.source?.via).toEqual(['pantry.aws', 'pantry.aws']);
  });

  it('passes through the same trace', () => {
    const { trace } = send(pantry(), asking('plum', 'ask'), true);
    expect(trace?.children.map((child) => child.stages.map((stage) => stage.verdict))).toEqual([
      Array(8).fill('passed'),
    ]);
  });
});

describe('asking', () => {
  it('answers as sending would and leaves no mark', () => {
    for (const then of [undefined, 'refuse', 'ask', 'ask, then refuse', 'ask twice']) {
      const engine = pantry({}, true);
      send(engine, asking('first'));
      const before = [engine.world.hash(), engine.world.log.head];
      const asked = ask(engine, asking('plum', then), false);
      expect([engine.world.hash(), engine.world.log.head]).toEqual(before);
      const sent = send(engine, asking('plum', then));
      expect({ ...asked, seq: undefined }).toEqual({ ...sent, seq: undefined });
      expect([asked.seq, sent.seq, asked.requestId]).toEqual([undefined, 2, sent.requestId]);
    }
  });

  it('explains every gate, and says which were not reached', () => {
    const { trace } = ask(pantry(DENY_ALL), asking('plum'));
    expect(trace?.stages.map(({ stage, verdict }) => [stage, verdict])).toEqual([
      ['identity', 'passed'],
      ['quota', 'passed'],
      ['request', 'passed'],
      ['key', 'passed'],
      ['authorization', 'refused'],
      ['key state', 'not reached'],
      ['HSM', 'not reached'],
      ['trail', 'passed'],
    ]);
    expect(trace?.stages[4]?.saw).toBe('pantry:PutJar is refused');
  });

  it('hands out what the policies said', () => {
    const explained = { authorize: () => ({ explanation: { because: 'so' } }) };
    expect(ask(pantry(explained), asking('plum')).trace?.decisions).toEqual([{ because: 'so' }]);
    expect(ask(pantry(), asking('plum'), false).trace).toBeUndefined();
  });
});

describe('an identity that is refused', () => {
  it('is named by its key in the trace', () => {
    const { trace } = ask(pantry(), { ...asking('plum'), credentials: 'AKIATHIEF' });
    expect(trace?.stages[0]).toEqual({
      stage: 'identity',
      verdict: 'refused',
      saw: 'no identity has the access key AKIATHIEF',
      refusal: refuse('UnrecognizedClientException', 'who are you?', 403),
    });
  });
});
