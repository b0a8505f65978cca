import { opsPerSecond } from './measure';
import { rawCipher } from './raw';
import type { Growth, Result } from './report';
import { benchCloud, CONTEXT, call, createKeys } from './world';

/** Encrypt, Decrypt and GenerateDataKey through the whole pipeline beside the bare cipher, in one run. */
export function cipherResults(): Result[] {
  const raw = rawCipher(CONTEXT);
  const work = cipherWork(1);
  return [
    compare('Encrypt', work.Encrypt, raw.encrypt),
    compare('Decrypt', work.Decrypt, raw.decrypt),
    compare('GenerateDataKey', work.GenerateDataKey, raw.dataKey),
  ];
}

/** The same with more keys in the world, each request on the next one. */
export function cipherGrowth(from: number, to: number): Growth[] {
  const few = cipherWork(from);
  const many = cipherWork(to);
  return (['Encrypt', 'Decrypt', 'GenerateDataKey'] as const).map((name) => {
    const before = opsPerSecond(few[name]);
    const after = opsPerSecond(many[name]);
    return { name: `${name} by keys`, from, to, ratio: before / after, unit: 'times slower' };
  });
}

function compare(name: string, work: () => void, raw: () => void): Result {
  const rawPerSecond = opsPerSecond(raw);
  const perSecond = opsPerSecond(work);
  return { name, opsPerSecond: perSecond, rawPerSecond, ratioToRaw: perSecond / rawPerSecond };
}

function cipherWork(keyCount: number) {
  const cloud = benchCloud();
  const keys = createKeys(cloud, keyCount);
  const Plaintext = new Uint8Array(32);
  const blobs = keys.map(
    (KeyId) => call(cloud, 'Encrypt', { KeyId, Plaintext, EncryptionContext: CONTEXT }).CiphertextBlob,
  );
  let turn = 0;
  const next = () => {
    turn = (turn + 1) % keyCount;
    return turn;
  };
  return {
    Encrypt: () =>
      void call(cloud, 'Encrypt', { KeyId: keys[next()], Plaintext, EncryptionContext: CONTEXT }),
    Decrypt: () => void call(cloud, 'Decrypt', { CiphertextBlob: blobs[next()], EncryptionContext: CONTEXT }),
    GenerateDataKey: () =>
      void call(cloud, 'GenerateDataKey', {
        KeyId: keys[next()],
        KeySpec: 'AES_256',
        EncryptionContext: CONTEXT,
      }),
  };
}
