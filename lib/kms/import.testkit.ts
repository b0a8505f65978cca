import { constants, createCipheriv, createPublicKey, publicEncrypt, randomBytes } from 'node:crypto';
import { encodeBase64, utf8ToBytes } from '../base';
import { KmsLab, type Place } from './lab.testkit';

export const BYTES = Uint8Array.from({ length: 32 }, (_, i) => i * 7);
export const OTHER_BYTES = BYTES.map((byte) => byte ^ 0xff);
export const SECRET = utf8ToBytes('order 42');
export const EXTERNAL = { Origin: 'EXTERNAL' };

/** Every lab begins alike, so all of them share one search for a wrapping key. */
export function labWithKey(more: Record<string, unknown> = {}) {
  const lab = new KmsLab('import');
  return { lab, key: lab.createKey({ ...EXTERNAL, ...more }).Arn };
}

export function encryptSecret(lab: KmsLab, KeyId: string): Uint8Array {
  return lab.ok<{ CiphertextBlob: Uint8Array }>('Encrypt', { KeyId, Plaintext: SECRET }).CiphertextBlob;
}

/** Every material of a key, as ListKeyRotations shows it. */
export function materialsShown(lab: KmsLab, KeyId: string, place?: Place) {
  const request = { KeyId, IncludeKeyMaterial: 'ALL_KEY_MATERIAL' };
  return lab.ok<{ Rotations: Record<string, unknown>[] }>('ListKeyRotations', request, place).Rotations;
}

export interface Parameters {
  readonly KeyId: string;
  readonly ImportToken: Uint8Array;
  readonly PublicKey: Uint8Array;
  readonly ParametersValidTo: number;
}

export interface Wrap {
  readonly WrappingAlgorithm?: string;
  readonly WrappingKeySpec?: string;
}

export const FOR_EVER = { ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE' };

export function parametersFor(lab: KmsLab, KeyId: string, wrap: Wrap = {}, place?: Place): Parameters {
  const { WrappingAlgorithm = 'RSAES_OAEP_SHA_256', WrappingKeySpec = 'RSA_2048' } = wrap;
  return lab.ok<Parameters>('GetParametersForImport', { KeyId, WrappingAlgorithm, WrappingKeySpec }, place);
}

/** Wraps as a client does that has OpenSSL and nothing of ours. */
export function wrapped(
  bytes: Uint8Array,
  { PublicKey }: Pick<Parameters, 'PublicKey'>,
  algorithm = 'RSAES_OAEP_SHA_256',
): Uint8Array {
  const oaepHash = algorithm.endsWith('_SHA_1') ? 'sha1' : 'sha256';
  const key = createPublicKey({ key: Buffer.from(PublicKey), format: 'der', type: 'spki' });
  const rsa = (message: Uint8Array) =>
    publicEncrypt({ key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash }, message);
  if (!algorithm.startsWith('RSA_AES_')) return Uint8Array.from(rsa(bytes));
  const aesKey = randomBytes(32);
  const cipher = createCipheriv('id-aes256-wrap-pad', aesKey, Buffer.from('A65959A6', 'hex'));
  return Uint8Array.from(Buffer.concat([rsa(aesKey), cipher.update(bytes), cipher.final()]));
}

/** The whole walk: parameters, wrapping, import. Material is there for ever where nothing else is said. */
export function importBytes(
  lab: KmsLab,
  KeyId: string,
  bytes: Uint8Array,
  more: Record<string, unknown> = FOR_EVER,
  place?: Place,
  wrap: Wrap = {},
) {
  return lab.ok('ImportKeyMaterial', importRequest(lab, KeyId, bytes, more, place, wrap), place);
}

export function importRequest(
  lab: KmsLab,
  KeyId: string,
  bytes: Uint8Array,
  more: Record<string, unknown> = FOR_EVER,
  place?: Place,
  wrap: Wrap = {},
): Record<string, unknown> {
  const parameters = heldParameters(lab, KeyId, wrap, place);
  const EncryptedKeyMaterial = wrapped(bytes, parameters, wrap.WrappingAlgorithm);
  return { KeyId, ImportToken: parameters.ImportToken, EncryptedKeyMaterial, ...more };
}

const held = new WeakMap<KmsLab, Map<string, Parameters>>();

/** One token serves many imports into its key, which spares the search for wrapping keys. */
function heldParameters(lab: KmsLab, KeyId: string, wrap: Wrap, place?: Place): Parameters {
  const ofLab = held.get(lab) ?? new Map<string, Parameters>();
  held.set(lab, ofLab);
  const name = `${KeyId} ${wrap.WrappingAlgorithm} ${wrap.WrappingKeySpec}`;
  let parameters = ofLab.get(name);
  if (!parameters || parameters.ParametersValidTo <= lab.world.nowMs) {
    parameters = parametersFor(lab, KeyId, wrap, place);
    ofLab.set(name, parameters);
  }
  return parameters;
}

/** Everything the lab's records say, to look for what they must not say. */
export function textOfRecords(lab: KmsLab): string {
  const changes = [];
  for (let seq = 1; seq <= lab.world.log.head; seq++) changes.push(lab.world.log.get(seq)?.changes);
  return JSON.stringify(changes, (_name, value) =>
    value instanceof Uint8Array ? encodeBase64(value) : value,
  );
}
