import { type Refusal, refuse } from '../../aws';
import type { KeyRecord } from '../records/key';

/** Texts that several operations send. fact: kms-engine 4.1 to 4.3, checked 2026-11-22 */

export function keyNotFound(arn: string): Refusal {
  return refuse('NotFoundException', `Key '${arn}' does not exist`);
}

export function invalidKeyId(value: string): Refusal {
  return refuse('NotFoundException', `Invalid keyId '${value}'`);
}

export function otherRegion(region: string): Refusal {
  return refuse('NotFoundException', `Invalid arn ${region}`);
}

export function aliasNotFound(arn: string): Refusal {
  return refuse('NotFoundException', `Alias ${arn} is not found.`);
}

export function aliasesNotSupported(): Refusal {
  return refuse('InvalidArnException', 'Key Aliases are not supported for this operation.');
}

export function notPrimary(key: KeyRecord): Refusal {
  return refuse('UnsupportedOperationException', `${key.arn} is not a multi-region primary key.`);
}

/** AWS sends no text where a kind of key has no such thing as rotation. fact: kms-engine 4.1, 6.3 */
export function unsupportedKey(): Refusal {
  return refuse('UnsupportedOperationException');
}

export function validation(message?: string): Refusal {
  return refuse('ValidationException', message);
}

/** What the model's check of required members says, where which ones are required depends on the others. */
export function mustNotBeNull(member: string): Refusal {
  const at = member.charAt(0).toLowerCase() + member.slice(1);
  return validation(
    `1 validation error detected: Value null at '${at}' failed to satisfy constraint: Member must not be null`,
  );
}

export function wrongUsage(key: KeyRecord, operation: string): Refusal {
  return refuse(
    'InvalidKeyUsageException',
    `${key.arn} key usage is ${key.keyUsage} which is not valid for ${operation}.`,
  );
}

export function wrongAlgorithm(algorithm: string, key: KeyRecord): Refusal {
  return refuse(
    'InvalidKeyUsageException',
    `Algorithm ${algorithm} is incompatible with key spec ${key.keySpec}.`,
  );
}

/** Wrong bytes, wrong context or wrong algorithm: AWS sends no text and so gives nothing away. */
export function invalidCiphertext(): Refusal {
  return refuse('InvalidCiphertextException');
}

export function incorrectKey(): Refusal {
  return refuse(
    'IncorrectKeyException',
    'The key ID in the request does not identify a CMK that can perform this operation.',
  );
}

export function dryRunSucceeded(): Refusal {
  return refuse(
    'DryRunOperationException',
    'The request would have succeeded, but the DryRun option is set.',
  );
}

/** fact: kms-engine 12.4 */
export function kmsThrottled(): Refusal {
  return refuse(
    'ThrottlingException',
    'You have exceeded the rate at which you may call KMS. Reduce the frequency of your calls.',
  );
}

const NOT_FOUND_OR_DENIED =
  'because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access';

/** A key of another account, or one that is not there: AWS does not say which. fact: kms-engine 4.2 */
export function notAuthorizedOrMissing(
  principalArn: string,
  action: string,
  what: 'this resource' | 'the resource associated with this ciphertext',
): Refusal {
  const text = `User: ${principalArn} is not authorized to perform: ${action} on ${what} ${NOT_FOUND_OR_DENIED}`;
  return refuse('AccessDeniedException', text);
}
