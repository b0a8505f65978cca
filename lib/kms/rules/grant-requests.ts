import { type Call, type Refusal, refuse } from '../../aws';
import type { GrantConstraints } from '../records/grant';
import type { KeyRecord } from '../records/key';
import { validation } from './errors';
import type { GrantOperation } from './grant-operations';
import { isSymmetric, type KeyUsage } from './key-specs';

/** What a caller asks of CreateGrant. */
export interface GrantRequest {
  readonly Operations: readonly GrantOperation[];
  readonly GranteePrincipal?: string | undefined;
  readonly GranteeServicePrincipal?: string | undefined;
  readonly RetiringPrincipal?: string | undefined;
  readonly RetiringServicePrincipal?: string | undefined;
  readonly Constraints?: GrantConstraints | undefined;
}

const MOST_PAIRS = 8;
const LONGEST_VALUE = 384;

/**
 * Rules between the members. fact: kms-engine 1.6 (CreateGrant), 10.2.
 * assumed: the texts but that of the lone CreateGrant
 */
export function refuseGrantRequest(request: GrantRequest): Refusal | undefined {
  const { GranteePrincipal, GranteeServicePrincipal, RetiringPrincipal, RetiringServicePrincipal } = request;
  if ((GranteePrincipal === undefined) === (GranteeServicePrincipal === undefined)) {
    return validation('Exactly one of GranteePrincipal and GranteeServicePrincipal must be specified.');
  }
  if (RetiringPrincipal !== undefined && RetiringServicePrincipal !== undefined) {
    return validation('Only one of RetiringPrincipal and RetiringServicePrincipal can be specified.');
  }
  const retiring = RetiringPrincipal ?? RetiringServicePrincipal;
  if (GranteeServicePrincipal !== undefined && (retiring === undefined || !request.Constraints?.SourceArn)) {
    return validation(
      'A grant to a service principal needs a SourceArn constraint and a retiring principal.',
    );
  }
  if (request.Operations.length === 0) return validation('Operations must not be empty.');
  if (request.Operations.every((operation) => operation === 'CreateGrant')) {
    return validation('Grants must not contain only the CreateGrant operation.');
  }
  return refuseConstraints(request.Constraints ?? {});
}

function refuseConstraints({ EncryptionContextEquals, EncryptionContextSubset }: GrantConstraints) {
  if (EncryptionContextEquals && EncryptionContextSubset) {
    return validation('Only one of EncryptionContextEquals and EncryptionContextSubset can be specified.');
  }
  const pairs = Object.values(EncryptionContextEquals ?? EncryptionContextSubset ?? {});
  if (pairs.length > MOST_PAIRS) {
    return validation(`A grant constraint holds at most ${MOST_PAIRS} pairs, found ${pairs.length}.`);
  }
  const tooLong = pairs.find((value) => value.length > LONGEST_VALUE);
  return tooLong === undefined
    ? undefined
    : validation(`A value in a grant constraint has at most ${LONGEST_VALUE} characters.`);
}

/** The request against the key it is about. fact: kms-engine 10.1, 10.2. assumed: the texts */
export function refuseGrantOn(key: KeyRecord, request: GrantRequest, call: Call): Refusal | undefined {
  const { Operations, Constraints = {} } = request;
  const allowed = [...ANY_KEY, ...operationsFor(key)];
  const odd = Operations.find((operation) => !allowed.includes(operation));
  if (odd !== undefined) return validation(`Operation ${odd} is not valid for the key ${key.arn}.`);
  const isContextual = Constraints.EncryptionContextEquals ?? Constraints.EncryptionContextSubset;
  if (isContextual && !isSymmetric(key.keySpec)) {
    return validation('Encryption context constraints are valid only for symmetric encryption KMS keys.');
  }
  const principals = [request.GranteePrincipal, request.RetiringPrincipal];
  const stranger = principals.find((arn) => arn !== undefined && !call.principalExists(arn));
  return stranger === undefined ? undefined : refuse('InvalidArnException', `Invalid principal: ${stranger}`);
}

const ANY_KEY: readonly GrantOperation[] = ['CreateGrant', 'DescribeKey', 'RetireGrant'];

function operationsFor(key: KeyRecord): readonly GrantOperation[] {
  if (!isSymmetric(key.keySpec)) return BY_USAGE[key.keyUsage];
  return [
    'Decrypt',
    'Encrypt',
    'GenerateDataKey',
    'GenerateDataKeyWithoutPlaintext',
    'GenerateDataKeyPair',
    'GenerateDataKeyPairWithoutPlaintext',
    'ReEncryptFrom',
    'ReEncryptTo',
  ];
}

const BY_USAGE: Readonly<Record<KeyUsage, readonly GrantOperation[]>> = {
  ENCRYPT_DECRYPT: ['Decrypt', 'Encrypt', 'ReEncryptFrom', 'ReEncryptTo', 'GetPublicKey'],
  SIGN_VERIFY: ['Sign', 'Verify', 'GetPublicKey'],
  KEY_AGREEMENT: ['DeriveSharedSecret', 'GetPublicKey'],
  ENCAPSULATE_DECAPSULATE: ['Encapsulate', 'Decapsulate', 'GetPublicKey'],
  GENERATE_VERIFY_MAC: ['GenerateMac', 'VerifyMac'],
};
