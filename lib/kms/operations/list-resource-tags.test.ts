import { expect, it } from 'vitest';
import { KmsLab } from '../lab.testkit';

it('ListResourceTags lists tags by name, page by page', () => {
  const lab = new KmsLab();
  const all = ['a', 'b', 'c'].map((TagKey) => ({ TagKey, TagValue: `${TagKey}1` }));
  const { KeyId, Arn } = lab.createKey({ Tags: [...all].reverse() });
  expect(lab.ok('ListResourceTags', { KeyId })).toEqual({ Tags: all, Truncated: false });
  const first = lab.ok('ListResourceTags', { KeyId, Limit: 2 });
  expect([first.Tags, first.Truncated]).toEqual([all.slice(0, 2), true]);
  expect(lab.ok('ListResourceTags', { KeyId, Marker: first.NextMarker })).toEqual({
    Tags: all.slice(2),
    Truncated: false,
  });
  expect(lab.asks('ListResourceTags', { KeyId })).toEqual([['kms:ListResourceTags', Arn]]);
});

it('ListResourceTags refuses the marker of another key, and more than fifty at once', () => {
  const lab = new KmsLab();
  const Tags = ['a', 'b'].map((TagKey) => ({ TagKey, TagValue: '' }));
  const [one, two] = [lab.createKey({ Tags }), lab.createKey({ Tags })];
  const { NextMarker } = lab.ok('ListResourceTags', { KeyId: one.KeyId, Limit: 1 });
  expect(lab.no('ListResourceTags', { KeyId: two.KeyId, Marker: NextMarker })).toMatch(
    'InvalidMarkerException',
  );
  expect(lab.no('ListResourceTags', { KeyId: one.KeyId, Limit: 51 })).toMatch("Value '51' at 'limit'");
});
