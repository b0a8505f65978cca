import { constants, createDecipheriv, createPrivateKey, privateDecrypt } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { bytesToHex, seededBytes, seededStream } from '../base';
import { openEnvelope, sealEnvelope } from './cms';
import { readDer, readSequence } from './der';
import { encodePkcs8 } from './pkcs8';
import { rebuildRsa } from './rsa-keygen';

const RSA = rebuildRsa(2048, seededStream('rsa test', 'key/2048'), { p: 427, q: 887 });
const random = {
  contentKey: seededBytes('cms', 'key', 32),
  iv: seededBytes('cms', 'iv', 16),
  oaepSeed: seededBytes('cms', 'oaep', 32),
};
const CONTENT = seededBytes('cms', 'content', 32);
const envelope = sealEnvelope(RSA, CONTENT, random);

/** The elements at a path of positions into nested elements. */
function at(...path: readonly number[]): Uint8Array {
  let content = envelope;
  for (const position of path) content = readDer(content)?.[position]?.content ?? new Uint8Array(0);
  return content;
}

describe('CMS EnvelopedData', () => {
  it('is a content info of enveloped data, version 2, for one recipient named by its key', () => {
    expect(readSequence(envelope)?.length).toBe(2);
    expect(bytesToHex(at(0, 0))).toBe('2a864886f70d010703');
    expect(bytesToHex(at(0, 1, 0, 0))).toBe('02');
    expect(readDer(at(0, 1, 0, 1))?.length).toBe(1);
    expect(bytesToHex(at(0, 1, 0, 1, 0, 0))).toBe('02');
    expect(at(0, 1, 0, 1, 0, 1).length).toBe(20);
    expect(bytesToHex(at(0, 1, 0, 2, 0))).toBe('2a864886f70d010701');
  });

  it('opens with the private key and the block cipher of OpenSSL', () => {
    const der = Buffer.from(encodePkcs8({ algorithm: 'RSA', key: RSA }));
    const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
    const padding = constants.RSA_PKCS1_OAEP_PADDING;
    const contentKey = privateDecrypt({ key, padding, oaepHash: 'sha256' }, at(0, 1, 0, 1, 0, 3));
    const cipher = createDecipheriv('aes-256-cbc', contentKey, at(0, 1, 0, 2, 1, 1));
    const content = Buffer.concat([cipher.update(at(0, 1, 0, 2, 2)), cipher.final()]);
    expect(new Uint8Array(content)).toEqual(CONTENT);
  });

  it('carries contents of any length there and back', () => {
    for (const length of [0, 1, 15, 16, 17, 4096]) {
      const content = seededBytes('cms', `content/${length}`, length);
      expect(openEnvelope(RSA, sealEnvelope(RSA, content, random))).toEqual(content);
    }
  });

  it('does not open when cut off, when something else, or when its key, ciphers or form were changed', () => {
    const hex = bytesToHex(envelope);
    const places = [
      '2a864886f70d010703',
      '2a864886f70d010107',
      '60864801650304012a',
      bytesToHex(random.iv),
      bytesToHex(at(0, 1, 0, 1, 0, 3)),
    ];
    for (const place of places) {
      const index = hex.indexOf(place) / 2;
      expect([place, Number.isInteger(index)]).toEqual([place, true]);
      const changed = envelope.map((byte, i) => (i === index + 7 ? byte ^ 0x40 : byte));
      expect(openEnvelope(RSA, changed)).not.toEqual(CONTENT);
      if (place !== bytesToHex(random.iv)) expect(openEnvelope(RSA, changed)).toBeUndefined();
    }
    for (const wrong of [envelope.subarray(1), envelope.subarray(0, -1), new Uint8Array(0)]) {
      expect(openEnvelope(RSA, wrong)).toBeUndefined();
    }
  });
});
