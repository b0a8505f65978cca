import { ratesOf } from './measure';
import { rawCipher } from './raw';
import type { Growth, Result } from './report';
import { benchCloud, CONTEXT, call, createKeys } from './world';

/** The symmetric operations through the whole pipeline beside the bare cipher, in one run. */
export function cipherResults(): Result[] {
  const raw = rawCipher(CONTEXT);
  const work = cipherWork(1);
  return [
    compare('Encrypt', work.Encrypt, raw.encrypt),
    compare('Decrypt', work.Decrypt, raw.decrypt),
    compare('GenerateDataKey', work.GenerateDataKey, raw.dataKey),
    compare('ReEncrypt', work.ReEncrypt, raw.reEncrypt),
  ];
}

const SIZES = [10, 1000, 10_000, 100_000] as const;

/** The same with more keys in the world, each request on the next one. */
export function cipherGrowth(): Growth[] {
  const [from, ...others] = SIZES;
  const few = cipherWork(from);
  return others.flatMap((to) => {
    const many = cipherWork(to);
    return (['Encrypt', 'Decrypt', 'GenerateDataKey'] as const).map((name) => {
      const [before = Number.NaN, after = Number.NaN] = ratesOf([few[name], many[name]]);
      return { name: `${name} by keys`, from, to, ratio: before / after, unit: 'times slower' };
    });
  });
}

export function compare(name: string, work: () => void, raw: () => void): Result {
  const [perSecond = Number.NaN, rawPerSecond = Number.NaN] = ratesOf([work, raw]);
  return { name, opsPerSecond: perSecond, rawPerSecond, ratioToRaw: perSecond / rawPerSecond };
}

function cipherWork(keyCount: number) {
  const cloud = benchCloud();
  const keys = createKeys(cloud, keyCount);
  const Plaintext = new Uint8Array(32);
  const EncryptionContext = CONTEXT;
  const blobs = keys.map(
    (KeyId) => call(cloud, 'Encrypt', { KeyId, Plaintext, EncryptionContext }).CiphertextBlob,
  );
  let turn = 0;
  const next = () => {
    turn = (turn + 1) % keyCount;
    return turn;
  };
  const input = (operation: string, members: () => Record<string, unknown>) => () =>
    void call(cloud, operation, members());
  return {
    Encrypt: input('Encrypt', () => ({ KeyId: keys[next()], Plaintext, EncryptionContext })),
    Decrypt: input('Decrypt', () => ({ CiphertextBlob: blobs[next()], EncryptionContext })),
    GenerateDataKey: input('GenerateDataKey', () => ({
      KeyId: keys[next()],
      KeySpec: 'AES_256',
      EncryptionContext,
    })),
    ReEncrypt: input('ReEncrypt', () => ({
      CiphertextBlob: blobs[next()],
      DestinationKeyId: keys[turn],
      SourceEncryptionContext: CONTEXT,
      DestinationEncryptionContext: CONTEXT,
    })),
  };
}
