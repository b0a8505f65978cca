import { describe, expect, it } from 'vitest';
import { KmsLab } from '../lab.testkit';

function tags(...pairs: readonly [string, string][]) {
  return pairs.map(([TagKey, TagValue]) => ({ TagKey, TagValue }));
}

function numbered(count: number, prefix = 'k') {
  return tags(...Array.from({ length: count }, (_, i): [string, string] => [`${prefix}${i}`, 'v']));
}

describe('TagResource', () => {
  it('adds tags and gives those there are new values; names mind letter case', () => {
    const lab = new KmsLab();
    const { KeyId, Arn } = lab.createKey({ Tags: tags(['b', '1'], ['a', '1']) });
    expect(lab.ok('TagResource', { KeyId, Tags: tags(['a', '2'], ['B', '']) })).toEqual({});
    expect(lab.trail()).toEqual({ resources: [Arn], responseElements: { keyId: Arn } });
    expect(lab.ok('ListResourceTags', { KeyId })).toEqual({
      Tags: tags(['B', ''], ['a', '2'], ['b', '1']),
      Truncated: false,
    });
  });

  it('shows the tags of the request to policies, beside those of the key', () => {
    const lab = new KmsLab();
    const { KeyId, Arn } = lab.createKey({ Tags: tags(['team', 'red']) });
    expect(lab.asks('TagResource', { KeyId, Tags: tags(['cost', '9']) })).toEqual([['kms:TagResource', Arn]]);
    const [check] = lab.asked;
    expect([
      check?.context('aws:RequestTag/cost'),
      check?.context('aws:TagKeys'),
      check?.context('aws:ResourceTag/TEAM'),
    ]).toEqual([['9'], ['cost'], ['red']]);
  });

  it('refuses doubled, reserved and too many names (fact: kms-engine 4.1)', () => {
    const lab = new KmsLab();
    const { KeyId } = lab.createKey();
    const refusalOf = (Tags: unknown) => lab.no('TagResource', { KeyId, Tags });
    expect(refusalOf(tags(['a', '1'], ['a', '2']))).toBe('TagException: Duplicate tag keys');
    for (const name of ['aws:x', 'AWS:x', 'Aws:x']) {
      expect(refusalOf(tags([name, '1']))).toBe('TagException: Tags beginning with aws: are reserved');
    }
    expect(refusalOf(numbered(51))).toBe('TagException: Too many tags');
    lab.ok('TagResource', { KeyId, Tags: numbered(50) });
    expect(refusalOf(numbered(1, 'x'))).toBe('TagException: Too many tags');
    lab.ok('TagResource', { KeyId, Tags: tags(['k7', 'new']) });
  });

  it('refuses names and values that are too long', () => {
    const lab = new KmsLab();
    const { KeyId } = lab.createKey();
    expect(lab.no('TagResource', { KeyId, Tags: tags(['x'.repeat(129), 'v']) })).toBe(
      `ValidationException: 1 validation error detected: Value '${'x'.repeat(129)}' at 'tags.1.member.tagKey' failed to satisfy constraint: Member must have length less than or equal to 128`,
    );
    expect(lab.no('TagResource', { KeyId, Tags: tags(['x', 'v'.repeat(257)]) })).toMatch(
      "at 'tags.1.member.tagValue' failed to satisfy constraint: Member must have length less than or equal to 256",
    );
  });
});
