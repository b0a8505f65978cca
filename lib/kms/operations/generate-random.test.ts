import { expect, it } from 'vitest';
import { KmsLab } from '../lab.testkit';

it('GenerateRandom gives as many bytes as asked for, others each time, the same in a second run', () => {
  const run = () => {
    const lab = new KmsLab();
    return [1, 32, 32, 1024].map((NumberOfBytes) => lab.ok('GenerateRandom', { NumberOfBytes }).Plaintext);
  };
  const bytes = run() as Uint8Array[];
  expect(bytes.map((one) => one.length)).toEqual([1, 32, 32, 1024]);
  expect(bytes[1]).not.toEqual(bytes[2]);
  expect(run()).toEqual(bytes);
});

it('GenerateRandom needs a number of bytes from 1 to 1,024', () => {
  const lab = new KmsLab();
  expect(lab.no('GenerateRandom')).toBe('ValidationException: NumberOfBytes is required.');
  expect(lab.no('GenerateRandom', { NumberOfBytes: 0 })).toBe(
    "ValidationException: 1 validation error detected: Value '0' at 'numberOfBytes' failed to satisfy constraint: Member must have value greater than or equal to 1",
  );
  expect(lab.no('GenerateRandom', { NumberOfBytes: 32, CustomKeyStoreId: 'cks-0123456789abcdef0' })).toMatch(
    'CustomKeyStoreNotFoundException',
  );
});

it('GenerateRandom asks the account alone and is charged to the symmetric pool', () => {
  const lab = new KmsLab('lab', true);
  expect(lab.asks('GenerateRandom', { NumberOfBytes: 1 })).toEqual([['kms:GenerateRandom', '*']]);
  expect(lab.world.log.get(1)?.changes.map((change) => change.id)).toEqual([
    '111122223333/eu-west-1/symmetric',
  ]);
});
