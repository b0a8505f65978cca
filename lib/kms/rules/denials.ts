import { type Denial, deniedSentence, type Refusal, refuse } from '../../aws';
import { notAuthorizedOrMissing } from './errors';

/**
 * KMS's words for a denied request.
 * fact: kms-engine 4.2, authorization 11
 */
export function denied(denial: Denial): Refusal {
  return sentence(denial, `resource: ${denial.check.resource}`);
}

/** Decrypt and ReEncrypt name no key when the ciphertext led to it. */
export function deniedOnCiphertext(denial: Denial): Refusal {
  const what = 'the resource associated with this ciphertext';
  return isOwnersSide(denial)
    ? notAuthorizedOrMissing(denial.principal.arn, denial.check.action, what)
    : sentence(denial, what);
}

/** The caller of another account is not told what the owner's side lacks. */
export function deniedOnForeignKey(denial: Denial): Refusal {
  return isOwnersSide(denial)
    ? notAuthorizedOrMissing(denial.principal.arn, denial.check.action, 'this resource')
    : denied(denial);
}

function isOwnersSide(denial: Denial): boolean {
  return denial.layer === 'resource';
}

function sentence(denial: Denial, what: string): Refusal {
  return refuse('AccessDeniedException', deniedSentence(denial, what));
}
