import { importRequest } from './furnishing.testkit';
import type { Memory } from './values.testkit';

type Json = Readonly<Record<string, unknown>>;
type Sequel = readonly [operation: string, input: Json];

/** What undoes, uses or checks what an operation made. */
const SEQUELS: Readonly<Record<string, (input: Json, output: Json) => readonly Sequel[]>> = {
  Encrypt: opened,
  GenerateDataKey: opened,
  GenerateDataKeyWithoutPlaintext: opened,
  GenerateMac: ({ KeyId, Message, MacAlgorithm }, { Mac }) => [
    ['VerifyMac', { KeyId, Message, MacAlgorithm, Mac }],
  ],
  Sign: ({ KeyId, Message, MessageType, SigningAlgorithm }, { Signature }) => [
    ['Verify', { KeyId, Message, MessageType, SigningAlgorithm, Signature }],
  ],
  CreateGrant: ({ KeyId }, { GrantToken, GrantId }) => [
    ['RetireGrant', { GrantToken }],
    ['RevokeGrant', { KeyId, GrantId }],
  ],
  Encapsulate: ({ KeyId }, { SharedSecretCiphertextBlob }) => [
    ['Decapsulate', { KeyId, SharedSecretCiphertextBlob, EncapsulationAlgorithm: 'ML_KEM' }],
  ],
  GetParametersForImport: (_input, output) => [['ImportKeyMaterial', importRequest(output)]],
  CreateCustomKeyStore: (_input, { CustomKeyStoreId }) => [
    ['ConnectCustomKeyStore', { CustomKeyStoreId }],
    ['UpdateCustomKeyStore', { CustomKeyStoreId, NewCustomKeyStoreName: 'renamed' }],
    ['DeleteCustomKeyStore', { CustomKeyStoreId }],
  ],
  ConnectCustomKeyStore: ({ CustomKeyStoreId }) => [['DisconnectCustomKeyStore', { CustomKeyStoreId }]],
};

/** Remembers the requests that should succeed after this answer. */
export function suggestNext(operation: string, input: unknown, output: unknown, memory: Memory): void {
  const sequel = Object.hasOwn(SEQUELS, operation) ? SEQUELS[operation] : undefined;
  if (!sequel || typeof input !== 'object' || input === null) return;
  for (const [next, given] of sequel(input as Json, output as Json)) memory.suggest(`kms:${next}`, given);
}

function opened({ EncryptionContext }: Json, { CiphertextBlob, KeyId }: Json): readonly Sequel[] {
  return [
    ['Decrypt', { CiphertextBlob, KeyId, EncryptionContext }],
    ['ReEncrypt', { CiphertextBlob, SourceEncryptionContext: EncryptionContext, DestinationKeyId: KeyId }],
  ];
}
