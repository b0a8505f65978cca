import { expect, it } from 'vitest';
import { KmsLab } from '../lab.testkit';

it('UntagResource takes tags away and passes over names that the key does not carry', () => {
  const lab = new KmsLab();
  const { KeyId, Arn } = lab.createKey({
    Tags: [
      { TagKey: 'a', TagValue: '1' },
      { TagKey: 'b', TagValue: '2' },
    ],
  });
  expect(lab.ok('UntagResource', { KeyId, TagKeys: ['a', 'none'] })).toEqual({});
  expect(lab.trail()).toEqual({ resources: [Arn], responseElements: { keyId: Arn } });
  expect(lab.ok('ListResourceTags', { KeyId }).Tags).toEqual([{ TagKey: 'b', TagValue: '2' }]);
  const before = lab.world.hash();
  lab.ok('UntagResource', { KeyId, TagKeys: ['none'] });
  expect(lab.world.hash()).toBe(before);
});

it('UntagResource shows the names to policies and refuses reserved ones', () => {
  const lab = new KmsLab();
  const { KeyId, Arn } = lab.createKey();
  expect(lab.asks('UntagResource', { KeyId, TagKeys: ['a'] })).toEqual([['kms:UntagResource', Arn]]);
  expect(lab.asked[0]?.context('aws:TagKeys')).toEqual(['a']);
  expect(lab.no('UntagResource', { KeyId, TagKeys: ['aws:a'] })).toBe(
    'TagException: Tags beginning with aws: are reserved',
  );
});
