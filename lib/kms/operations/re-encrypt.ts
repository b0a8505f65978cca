import { type Charge, isRefusal, shape } from '../../aws';
import { declare } from '../declaring/declare';
import type { FoundKey } from '../declaring/lookup';
import { contextConditions } from '../rules/condition-keys';
import { looksAtPermissionAlone, missingCiphertext } from '../rules/dry-run';
import { cryptographicCharge } from '../rules/quotas';
import {
  ciphertext,
  dryRunModifiers,
  encryptionAlgorithm,
  encryptionContext,
  grantTokens,
  keyId,
} from '../rules/shapes';
import { decryptUnder, encryptUnder } from '../use/encryption';

const input = shape.structure(
  {
    CiphertextBlob: ciphertext,
    SourceEncryptionContext: encryptionContext,
    SourceKeyId: keyId,
    DestinationKeyId: keyId,
    DestinationEncryptionContext: encryptionContext,
    SourceEncryptionAlgorithm: encryptionAlgorithm,
    DestinationEncryptionAlgorithm: encryptionAlgorithm,
    GrantTokens: grantTokens,
    DryRun: shape.boolean(),
    DryRunModifiers: dryRunModifiers,
  },
  ['DestinationKeyId'],
);

const output = shape.structure({
  CiphertextBlob: shape.blob(),
  SourceKeyId: shape.string(),
  KeyId: shape.string(),
  SourceEncryptionAlgorithm: shape.string(),
  DestinationEncryptionAlgorithm: shape.string(),
  SourceKeyMaterialId: shape.string(),
  DestinationKeyMaterialId: shape.string(),
});

/**
 * Decrypts under one key and encrypts under another, or under the same one again; the plaintext stays inside.
 * refuses: as Decrypt for the source, then as Encrypt for the destination. fact: kms-engine 1.6.
 * assumed: an unfit key is named with ReEncryptFrom or ReEncryptTo
 */
export const reEncrypt = declare({
  name: 'ReEncrypt',
  about: 'Decrypts ciphertext and encrypts it again under a KMS key, all within KMS.',
  input,
  output,
  readOnly: true,
  crossAccount: true,
  keys: {
    source: {
      member: 'SourceKeyId',
      accepts: 'any',
      ciphertext: 'CiphertextBlob',
      action: 'kms:ReEncryptFrom',
      grant: 'ReEncryptFrom',
      conditions: (request, _call, found) => ({
        'kms:EncryptionAlgorithm': [request.SourceEncryptionAlgorithm ?? 'SYMMETRIC_DEFAULT'],
        'kms:ReEncryptOnSameKey': isOneKey(found),
        ...contextConditions(request.SourceEncryptionContext),
      }),
    },
    destination: {
      member: 'DestinationKeyId',
      accepts: 'any',
      action: 'kms:ReEncryptTo',
      grant: 'ReEncryptTo',
      conditions: (request, _call, found) => ({
        'kms:EncryptionAlgorithm': [request.DestinationEncryptionAlgorithm ?? 'SYMMETRIC_DEFAULT'],
        'kms:ReEncryptOnSameKey': isOneKey(found),
        ...contextConditions(request.DestinationEncryptionContext),
      }),
    },
  },
  charges: ({ region, principal }, { source, destination }) => {
    const charges = [source, destination].map(({ key }) =>
      cryptographicCharge(key?.keySpec, key?.customKeyStoreId, { region, account: principal.account }),
    );
    return oncePerPool(charges);
  },
  validate: (request) => missingCiphertext(request, 'SourceKeyId'),
  handle: ({ input: request, call, keys: { source, destination }, found }) => {
    const from = request.SourceEncryptionAlgorithm ?? 'SYMMETRIC_DEFAULT';
    const to = request.DestinationEncryptionAlgorithm ?? 'SYMMETRIC_DEFAULT';
    const answer = {
      SourceKeyId: source.arn,
      KeyId: destination.arn,
      SourceEncryptionAlgorithm: from,
      DestinationEncryptionAlgorithm: to,
    };
    if (!request.CiphertextBlob || looksAtPermissionAlone(request)) return answer;
    const opening = { key: source, algorithm: from, context: request.SourceEncryptionContext, call };
    const decrypted = decryptUnder(
      { ...opening, operation: 'ReEncryptFrom' },
      request.CiphertextBlob,
      found.source.ciphertext,
    );
    if (isRefusal(decrypted)) return decrypted;
    const sealing = { key: destination, algorithm: to, context: request.DestinationEncryptionContext, call };
    const encrypted = encryptUnder({ ...sealing, operation: 'ReEncryptTo' }, decrypted.plaintext);
    if (isRefusal(encrypted)) return encrypted;
    return {
      ...answer,
      CiphertextBlob: encrypted.blob,
      SourceKeyMaterialId: decrypted.materialId,
      DestinationKeyMaterialId: encrypted.materialId,
    };
  },
  // assumed: the names under which the trail shows the material of both sides
  additionalEventData: ({ SourceKeyMaterialId, DestinationKeyMaterialId }) => ({
    sourceKeyMaterialId: SourceKeyMaterialId,
    destinationKeyMaterialId: DestinationKeyMaterialId,
  }),
});

function isOneKey({ source, destination }: Readonly<Record<string, FoundKey>>): readonly string[] {
  return [String(source?.key?.arn === destination?.key?.arn)];
}

/** assumed: a ReEncrypt counts once in each pool that its keys belong to (no document says once or twice) */
function oncePerPool(charges: readonly Charge[]): readonly Charge[] {
  const [first, second] = charges;
  return first && second && first.pool === second.pool ? [first] : charges;
}
