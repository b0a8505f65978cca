import { bytesToHex, seededBytes, utf8ToBytes } from '../../lib/base';
import { prepareAesGcm } from '../../lib/crypto';
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

/**
 * The same with more keys in the world, each request on the next one. Keys that are far apart cost time by themselves:
 * Decrypt stands beside the same walk over three plain Maps and a prepared cipher, with no KMS around them.
 */
export function cipherGrowth(): Growth[] {
  const [from, ...others] = SIZES;
  const few = { ...cipherWork(from), plainMaps: plainMaps(from) };
  return others.flatMap((to) => {
    const many = { ...cipherWork(to), plainMaps: plainMaps(to) };
    return (['Encrypt', 'Decrypt', 'GenerateDataKey', 'plainMaps'] as const).map((name) => {
      const [before = Number.NaN, after = Number.NaN] = ratesOf([few[name], many[name]]);
      const micros = `${(1e6 / before).toFixed(1)} µs, then ${(1e6 / after).toFixed(1)} µs`;
      const title = name === 'plainMaps' ? 'Three plain Maps by keys' : `${name} by keys`;
      return { name: title, from, to, ratio: before / after, unit: `times slower (${micros})` };
    });
  });
}

/** What no engine of this form can do without: from a name to a description, to a key, to a cipher that opens. */
function plainMaps(keyCount: number): () => void {
  const names = Array.from({ length: keyCount }, (_, i) => bytesToHex(seededBytes('bench', `name ${i}`, 32)));
  const descriptions = new Map(names.map((name, i) => [name, { keyId: `key ${i}`, name }]));
  const keys = new Map(names.map((name, i) => [`key ${i}`, { name, account: '111122223333', turn: i }]));
  const nonce = new Uint8Array(12);
  const aad = utf8ToBytes(JSON.stringify(CONTEXT));
  const ciphers = new Map(
    names.map((name) => {
      const cipher = prepareAesGcm(seededBytes('bench', name, 32));
      return [name, { cipher, sealed: cipher.seal(nonce, new Uint8Array(32), aad) }];
    }),
  );
  let turn = 0;
  return () => {
    turn = (turn + 1) % keyCount;
    const description = descriptions.get(names[turn] ?? '');
    const key = keys.get(description?.keyId ?? '');
    const held = ciphers.get(key?.name ?? '');
    held?.cipher.open(nonce, held.sealed, aad);
  };
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
