import type { Memory } from './values.testkit';

type Json = Readonly<Record<string, unknown>>;

/** What undoes or checks what an operation made. */
const SEQUELS: Readonly<
  Record<string, (input: Json, output: Json) => readonly [operation: string, input: Json]>
> = {
  Encrypt: opened,
  GenerateDataKey: opened,
  GenerateDataKeyWithoutPlaintext: opened,
  GenerateMac: (input, { Mac }) => ['VerifyMac', { ...input, Mac }],
  Sign: (input, { Signature }) => ['Verify', { ...input, Signature }],
  CreateGrant: (_input, { GrantToken }) => ['RetireGrant', { GrantToken }],
  Encapsulate: ({ KeyId }, { SharedSecretCiphertextBlob }) => [
    'Decapsulate',
    { KeyId, SharedSecretCiphertextBlob, EncapsulationAlgorithm: 'ML_KEM' },
  ],
};

/** Remembers the request that should succeed after this answer. */
export function suggestNext(operation: string, input: unknown, output: unknown, memory: Memory): void {
  const sequel = Object.hasOwn(SEQUELS, operation) ? SEQUELS[operation] : undefined;
  if (!sequel || typeof input !== 'object' || input === null) return;
  const [next, given] = sequel(input as Json, output as Json);
  memory.suggest(`kms:${next}`, given);
}

function opened({ EncryptionContext }: Json, { CiphertextBlob, KeyId }: Json): readonly [string, Json] {
  return ['Decrypt', { CiphertextBlob, KeyId, EncryptionContext }];
}
