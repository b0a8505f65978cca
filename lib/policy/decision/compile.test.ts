import { describe, expect, it } from 'vitest';
import { documentRules } from '../document/document-rules';
import { allow, policy } from '../policy.testkit';
import { compilePolicy, compilePolicyText, statementsFor } from './compile';

const text = (action: string) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [allow({ Action: action })] });

describe('compilePolicyText', () => {
  it('compiles a text once per kind and rules', () => {
    const first = compilePolicyText(text('vault:Once'), 'identity');
    expect(compilePolicyText(text('vault:Once'), 'identity')).toBe(first);
    expect(compilePolicyText(text('vault:Once'), 'session')).not.toBe(first);
    expect(compilePolicyText(text('vault:Once'), 'identity', { ...documentRules.identity })).not.toBe(first);
  });

  it('hands on the problems of a text that is no policy, and remembers them', () => {
    const result = compilePolicyText('{}', 'identity');
    expect(result).toMatchObject({ ok: false, text: '{}', problems: [{ code: 'missing-element' }] });
    expect(compilePolicyText('{}', 'identity')).toBe(result);
  });

  it('forgets the text that was used longest ago', () => {
    const rules = { ...documentRules.identity };
    const oldest = compilePolicyText(text('vault:Oldest'), 'identity', rules);
    const kept = compilePolicyText(text('vault:Kept'), 'identity', rules);
    for (let i = 0; i < 1998; i++) compilePolicyText(text(`vault:A${i}`), 'identity', rules);
    expect(compilePolicyText(text('vault:Oldest'), 'identity', rules)).toBe(oldest);
    compilePolicyText(text('vault:OneMore'), 'identity', rules);
    expect(compilePolicyText(text('vault:Oldest'), 'identity', rules)).toBe(oldest);
    expect(compilePolicyText(text('vault:Kept'), 'identity', rules)).not.toBe(kept);
  });
});

describe('compilePolicy', () => {
  it('compiles a document once', () => {
    const { document } = policy('identity', allow()).policy;
    expect(compilePolicy(document)).toBe(compilePolicy(document));
  });
});

describe('statementsFor', () => {
  const { policy: compiled } = policy(
    'resource',
    allow({ Principal: '*', Sid: 'a' }),
    allow({ Principal: '*', Sid: 'b', Action: 'vault:*' }),
    allow({ Principal: '*', Sid: 'c', Resource: undefined }),
    allow({ Principal: '*', Sid: 'd', Action: 'vault:Close' }),
  );
  const sids = (action: string) => statementsFor(compiled, action).map(({ source }) => source.sid);

  it('are those that list the action and can have an effect, in the order of the text', () => {
    expect([sids('vault:open'), sids('vault:close'), sids('store:open')]).toEqual([
      ['a', 'b'],
      ['b', 'd'],
      [],
    ]);
  });

  it('are worked out once per action, for a limited number of actions', () => {
    const asked = { ...compiled, byAction: new Map() };
    const first = statementsFor(asked, 'vault:open');
    for (let i = 1; i < 1000; i++) statementsFor(asked, `vault:x${i}`);
    expect(statementsFor(asked, 'vault:open')).toBe(first);
    expect(asked.byAction.size).toBe(1000);
    statementsFor(asked, 'vault:one-more');
    expect([...asked.byAction.keys()]).toEqual(['vault:one-more']);
  });
});
