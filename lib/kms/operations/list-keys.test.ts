import { describe, expect, it } from 'vitest';
import { FRANKFURT, KmsLab, OTHER } from '../lab.testkit';

describe('ListKeys', () => {
  it('lists the keys of this account and Region in every state, by id', () => {
    const lab = new KmsLab();
    const mine = [lab.createKey(), lab.createKey({ Origin: 'EXTERNAL' }), lab.createKey()];
    lab.ok('DisableKey', { KeyId: mine[0]?.KeyId });
    lab.ok('ScheduleKeyDeletion', { KeyId: mine[2]?.KeyId });
    lab.createKey({}, { region: FRANKFURT });
    lab.createKey({}, { account: OTHER });
    const expected = mine.map(({ KeyId, Arn }) => ({ KeyId, KeyArn: Arn }));
    expect(lab.ok('ListKeys')).toEqual({
      Keys: expected.sort((a, b) => (a.KeyId < b.KeyId ? -1 : 1)),
      Truncated: false,
    });
  });

  it('asks the account alone for permission, and touches no key', () => {
    const lab = new KmsLab();
    lab.createKey();
    expect(lab.asks('ListKeys')).toEqual([['kms:ListKeys', '*']]);
    expect(lab.trail()).toEqual({ resources: [] });
  });

  it('goes page by page, and on behind a key that is gone', () => {
    const lab = new KmsLab();
    for (let i = 0; i < 5; i++) lab.createKey();
    const all = lab.ok<Listing>('ListKeys').Keys.map((key) => key.KeyId);
    const first = lab.ok<Listing>('ListKeys', { Limit: 2 });
    expect([first.Keys.map((key) => key.KeyId), first.Truncated]).toEqual([all.slice(0, 2), true]);
    lab.ok('ScheduleKeyDeletion', { KeyId: all[1], PendingWindowInDays: 7 });
    lab.wait(8 * 24 * 3600 * 1000);
    const second = lab.ok<Listing>('ListKeys', { Limit: 2, Marker: first.NextMarker });
    const third = lab.ok<Listing>('ListKeys', { Limit: 2, Marker: second.NextMarker });
    expect([...second.Keys, ...third.Keys].map((key) => key.KeyId)).toEqual(all.slice(2));
    expect([third.Truncated, third.NextMarker]).toEqual([false, undefined]);
  });

  it('refuses a marker it has not made, and a page of none or of more than a thousand', () => {
    const lab = new KmsLab();
    for (const Marker of ['x', 'AAAA', btoa('ListAliases\nx')]) {
      expect(lab.no('ListKeys', { Marker })).toBe(
        'InvalidMarkerException: The marker is not one that this list has returned.',
      );
    }
    expect(lab.no('ListKeys', { Limit: 0 })).toMatch("Value '0' at 'limit'");
    expect(lab.no('ListKeys', { Limit: 1001 })).toMatch("Value '1001' at 'limit'");
  });
});

interface Listing {
  readonly Keys: readonly { readonly KeyId: string }[];
  readonly Truncated: boolean;
  readonly NextMarker?: string;
}
