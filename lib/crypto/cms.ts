import { cbc } from '@noble/ciphers/aes.js';
import { type Bytes, EMPTY_BYTES, equalBytes } from '../base';
import {
  contextTag,
  type DerElement,
  der,
  derInteger,
  derNull,
  derOctetString,
  derOid,
  derSequence,
  readDer,
  readOctetString,
  readSequence,
  TAG,
} from './der';
import { digest } from './hashes';
import type { RsaPrivateKey, RsaPublicKey } from './rsa';
import { rsaOaepDecrypt, rsaOaepEncrypt } from './rsa-padding';

/*
 * CMS EnvelopedData (RFC 5652, section 6) for one recipient: a content key under RSA-OAEP with SHA-256 (RFC 4055,
 * section 4.1) and the content under AES-256-CBC (RFC 3565). It is the form of CiphertextForRecipient, the answer to
 * an enclave. assumed: the recipient is named by the SHA-1 identifier of its public key.
 */

const ENVELOPED_DATA = derOid('1.2.840.113549.1.7.3');
const DATA = derOid('1.2.840.113549.1.7.1');
const SHA_256 = derSequence(derOid('2.16.840.1.101.3.4.2.1'), derNull());
const MGF1_SHA_256 = derSequence(derOid('1.2.840.113549.1.1.8'), SHA_256);
const CONSTRUCTED_0 = contextTag(0, 'constructed');
const PRIMITIVE_0 = contextTag(0, 'primitive');
const RSAES_OAEP_SHA_256 = derSequence(
  derOid('1.2.840.113549.1.1.7'),
  derSequence(der(CONSTRUCTED_0, SHA_256), der(contextTag(1, 'constructed'), MGF1_SHA_256)),
);
const AES_256_CBC = derOid('2.16.840.1.101.3.4.1.42');
/** The version that a recipient named by a key identifier asks for. */
const VERSION = derInteger(2);

/** The random bytes of one envelope. */
export interface EnvelopeRandomness {
  /** 32 bytes */
  readonly contentKey: Bytes;
  /** 16 bytes */
  readonly iv: Bytes;
  /** 32 bytes */
  readonly oaepSeed: Bytes;
}

export function sealEnvelope(recipient: RsaPublicKey, content: Bytes, random: EnvelopeRandomness): Bytes {
  const encryptedKey = rsaOaepEncrypt(recipient, 'SHA-256', random.contentKey, random.oaepSeed);
  const keyTransport = derSequence(
    VERSION,
    der(PRIMITIVE_0, keyIdentifier(recipient)),
    RSAES_OAEP_SHA_256,
    derOctetString(encryptedKey),
  );
  const encryptedContent = derSequence(
    DATA,
    derSequence(AES_256_CBC, derOctetString(random.iv)),
    der(PRIMITIVE_0, cbc(random.contentKey, random.iv).encrypt(content)),
  );
  const enveloped = derSequence(VERSION, der(TAG.set, keyTransport), encryptedContent);
  return derSequence(ENVELOPED_DATA, der(CONSTRUCTED_0, enveloped));
}

/** The content, or undefined when the envelope is not in the form above or not for this key. */
export function openEnvelope(recipient: RsaPrivateKey, envelope: Bytes): Bytes | undefined {
  const parts = readEnvelope(envelope);
  const contentKey = parts && rsaOaepDecrypt(recipient, 'SHA-256', parts.encryptedKey);
  if (contentKey?.length !== 32 || parts?.iv.length !== 16) return undefined;
  try {
    return cbc(contentKey, parts.iv).decrypt(parts.content);
  } catch {
    return undefined;
  }
}

interface EnvelopeParts {
  readonly encryptedKey: Bytes;
  readonly iv: Bytes;
  readonly content: Bytes;
}

function readEnvelope(envelope: Bytes): EnvelopeParts | undefined {
  const [type, explicit] = readSequence(envelope) ?? [];
  if (!isExactly(type, ENVELOPED_DATA) || explicit?.tag !== CONSTRUCTED_0) return undefined;
  const [, recipients, encryptedContent] = readSequence(explicit.content) ?? [];
  const [, , keyAlgorithm, encryptedKey] = readSequence(recipients?.content ?? EMPTY_BYTES) ?? [];
  const [, contentAlgorithm, content] = readDer(encryptedContent?.content ?? EMPTY_BYTES) ?? [];
  const [cipher, iv] = readDer(contentAlgorithm?.content ?? EMPTY_BYTES) ?? [];
  if (!isExactly(keyAlgorithm, RSAES_OAEP_SHA_256) || !isExactly(cipher, AES_256_CBC)) return undefined;
  const [keyBytes, ivBytes] = [readOctetString(encryptedKey), readOctetString(iv)];
  if (!keyBytes || !ivBytes || content?.tag !== PRIMITIVE_0) return undefined;
  return { encryptedKey: keyBytes, iv: ivBytes, content: content.content };
}

function isExactly(element: DerElement | undefined, encoded: Bytes): boolean {
  return element !== undefined && equalBytes(der(element.tag, element.content), encoded);
}

/** RFC 5280, section 4.2.1.2, method 1. */
function keyIdentifier(key: RsaPublicKey): Bytes {
  return digest('SHA-1', derSequence(derInteger(key.n), derInteger(key.e)));
}
