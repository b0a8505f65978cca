import type { Call, Refusal } from '../../aws';
import { EMPTY_BYTES, needs } from '../../base';
import { sealEnvelope } from '../../crypto';
import { readAttestation } from '../hsm/attestation';
import type { Conditions } from '../rules/condition-keys';
import { validation } from '../rules/errors';

/** The `Recipient` of a request: an enclave that alone may read the answer. fact: kms-engine 1.4 */
export interface Recipient {
  readonly KeyEncryptionAlgorithm?: string | undefined;
  readonly AttestationDocument?: Uint8Array | undefined;
}

/**
 * assumed: the texts, and that a document is judged by its form alone; the lab has no hardware to sign one
 * (differs: AWS also verifies the signature against the root of AWS Nitro Enclaves)
 */
export function refuseRecipient(recipient: Recipient | undefined): Refusal | undefined {
  if (!recipient) return undefined;
  if (!recipient.KeyEncryptionAlgorithm || !recipient.AttestationDocument) {
    return validation('Recipient needs both KeyEncryptionAlgorithm and AttestationDocument.');
  }
  const document = readAttestation(recipient.AttestationDocument);
  return document.ok ? undefined : validation(`The attestation document cannot be used: ${document.reason}.`);
}

/** What policies may ask of the enclave. fact: authorization 7 */
export function recipientConditions(recipient: Recipient | undefined): Conditions {
  const document = recipient?.AttestationDocument && readAttestation(recipient.AttestationDocument);
  if (!document?.ok) return {};
  const { pcrs } = document.attestation;
  const conditions = Object.fromEntries(
    [...pcrs].map(([index, hex]) => [`kms:RecipientAttestation:PCR${index}`, [hex]]),
  );
  const image = pcrs.get(0);
  return image === undefined
    ? conditions
    : { ...conditions, 'kms:RecipientAttestation:ImageSha384': [image] };
}

/** What CloudTrail says of the enclave. fact: services 9. assumed: the names of the members */
export function recipientEventData(recipient: Recipient | undefined) {
  const document = recipient?.AttestationDocument && readAttestation(recipient.AttestationDocument);
  if (!document?.ok) return undefined;
  const { moduleId, pcrs } = document.attestation;
  const measured = [...pcrs].map(([index, hex]) => [
    index === 0 ? 'attestationDocumentEnclaveImageDigest' : `attestationDocumentEnclavePCR${index}`,
    hex,
  ]);
  return { recipient: { attestationDocumentModuleId: moduleId, ...Object.fromEntries(measured) } };
}

/** The members by which an answer carries a secret: in plaintext, or sealed for an enclave and then only so. */
type Secret<M extends string> = { readonly [K in M | 'CiphertextForRecipient']?: Uint8Array };

export function forRecipient<M extends string>(
  call: Pick<Call, 'random'>,
  recipient: Recipient | undefined,
  member: M,
  secret: Uint8Array,
): Secret<M> {
  if (!recipient) return { [member]: secret } as Secret<M>;
  const document = readAttestation(recipient.AttestationDocument ?? EMPTY_BYTES);
  needs(document.ok, 'the recipient was checked before anything was computed');
  const CiphertextForRecipient = sealEnvelope(document.attestation.publicKey, secret, {
    contentKey: call.random('recipient-key', 32),
    iv: call.random('recipient-iv', 16),
    oaepSeed: call.random('recipient-oaep', 32),
  });
  return { CiphertextForRecipient } as Secret<M>;
}
