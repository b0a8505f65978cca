import { bytesToHex } from '../../base';
import { parseSpki, type RsaPublicKey } from '../../crypto';
import { type Cbor, readCbor } from './cbor';

/** What an attestation document says of the enclave that asks. */
interface Attestation {
  /** The answer is sealed under it. */
  readonly publicKey: RsaPublicKey;
  /** The enclave's own name. */
  readonly moduleId: string | undefined;
  /** Measurements, in lower-case hex, by index. */
  readonly pcrs: ReadonlyMap<number, string>;
}

export type AttestationReading =
  | { readonly ok: true; readonly attestation: Attestation }
  | { readonly ok: false; readonly reason: string };

/** Reads a COSE_Sign1 message whose payload is an attestation document. fact: kms-engine 1.4 (Recipient) */
export function readAttestation(document: Uint8Array): AttestationReading {
  const message = readCbor(document);
  const payload = Array.isArray(message) && message.length === 4 ? (message[2] as Cbor) : undefined;
  if (!(payload instanceof Uint8Array)) return { ok: false, reason: 'it is no COSE_Sign1 message' };
  const content = readCbor(payload);
  if (!(content instanceof Map)) return { ok: false, reason: 'its payload is no CBOR map' };
  const spki: unknown = content.get('public_key');
  if (!(spki instanceof Uint8Array)) return { ok: false, reason: 'it carries no public_key' };
  const publicKey = parseSpki(spki);
  if (!publicKey.ok || publicKey.key.algorithm !== 'RSA') {
    return { ok: false, reason: 'its public_key is no RSA key in DER' };
  }
  const moduleId: unknown = content.get('module_id');
  return {
    ok: true,
    attestation: {
      publicKey: publicKey.key.key,
      moduleId: typeof moduleId === 'string' ? moduleId : undefined,
      pcrs: readPcrs(content.get('pcrs')),
    },
  };
}

function readPcrs(value: unknown): ReadonlyMap<number, string> {
  const pcrs = new Map<number, string>();
  if (!(value instanceof Map)) return pcrs;
  for (const [index, bytes] of value) {
    if (typeof index === 'number' && bytes instanceof Uint8Array) pcrs.set(index, bytesToHex(bytes));
  }
  return pcrs;
}
