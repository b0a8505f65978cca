import { expect, it } from 'vitest';
import { KmsLab, START_MS } from '../lab.testkit';

interface Listing {
  readonly Rotations: readonly { readonly KeyMaterialId: string }[];
  readonly NextMarker?: string;
}

it('ListKeyRotations lists completed rotations, oldest first, or all material with the first', () => {
  const lab = new KmsLab();
  const { KeyId, CurrentKeyMaterialId } = lab.createKey();
  expect(lab.ok('ListKeyRotations', { KeyId })).toEqual({ Rotations: [], Truncated: false });
  lab.ok('RotateKeyOnDemand', { KeyId });
  lab.wait(10_000);
  lab.ok('EnableKeyRotation', { KeyId, RotationPeriodInDays: 90 });
  lab.wait(90 * 24 * 3600 * 1000);
  const { Rotations } = lab.ok<Listing>('ListKeyRotations', { KeyId });
  const ids = Rotations.map((one) => one.KeyMaterialId);
  expect(Rotations).toEqual([
    {
      KeyId,
      KeyMaterialId: ids[0],
      KeyMaterialState: 'NON_CURRENT',
      RotationDate: START_MS + 5000,
      RotationType: 'ON_DEMAND',
    },
    {
      KeyId,
      KeyMaterialId: lab.describe(KeyId).CurrentKeyMaterialId,
      KeyMaterialState: 'CURRENT',
      RotationDate: lab.world.nowMs,
      RotationType: 'AUTOMATIC',
    },
  ]);
  expect(lab.ok('ListKeyRotations', { KeyId, IncludeKeyMaterial: 'ALL_KEY_MATERIAL' })).toEqual({
    Rotations: [
      { KeyId, KeyMaterialId: CurrentKeyMaterialId, KeyMaterialState: 'NON_CURRENT' },
      ...Rotations,
    ],
    Truncated: false,
  });
});

it('ListKeyRotations goes page by page', () => {
  const lab = new KmsLab();
  const { KeyId } = lab.createKey();
  for (let i = 0; i < 12; i++) {
    lab.ok('RotateKeyOnDemand', { KeyId });
    lab.wait(10_000);
  }
  const all = lab.ok<Listing>('ListKeyRotations', { KeyId }).Rotations;
  const paged: unknown[] = [];
  let Marker: string | undefined;
  do {
    const page: Listing = lab.ok<Listing>('ListKeyRotations', { KeyId, Limit: 5, Marker });
    paged.push(...page.Rotations);
    Marker = page.NextMarker;
  } while (Marker);
  expect(paged).toEqual(all);
  expect(lab.no('ListKeyRotations', { KeyId, Marker: 'x' })).toMatch('InvalidMarkerException');
});

it('ListKeyRotations has an empty list for keys that never rotate, and no list of all their material', () => {
  const lab = new KmsLab();
  const { KeyId } = lab.createKey({ KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' });
  expect(lab.ok('ListKeyRotations', { KeyId })).toEqual({ Rotations: [], Truncated: false });
  expect(lab.no('ListKeyRotations', { KeyId, IncludeKeyMaterial: 'ALL_KEY_MATERIAL' })).toBe(
    'UnsupportedOperationException',
  );
});
