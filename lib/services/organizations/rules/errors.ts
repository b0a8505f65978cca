import { type Refusal, refuse } from '../../../aws';

/** assumed: the words of most refusals; the names are AWS's */
const WORDS = {
  AWSOrganizationsNotInUseException: 'Your account is not a member of an organization.',
  AlreadyInOrganizationException: 'The AWS account is already a member of an organization.',
  AccessDeniedException: "You don't have permissions to access this resource.",
  AccountNotFoundException: "You specified an account that doesn't exist.",
  ChildNotFoundException: "You specified an account or organizational unit that doesn't exist.",
  CreateAccountStatusNotFoundException: "You specified an account creation that doesn't exist.",
  DestinationParentNotFoundException: "You specified a destination parent that doesn't exist.",
  DuplicateAccountException: 'The account is already in the destination that you specified.',
  DuplicateOrganizationalUnitException: 'An OU with the same name already exists.',
  DuplicatePolicyAttachmentException: 'The specified policy is already attached to the specified target.',
  DuplicatePolicyException: 'A policy with the same name already exists.',
  OrganizationalUnitNotEmptyException: 'The organizational unit still holds accounts or other units.',
  OrganizationalUnitNotFoundException: "You specified an organizational unit that doesn't exist.",
  ParentNotFoundException: "You specified a parent that doesn't exist.",
  PolicyInUseException: 'The policy is attached to one or more targets.',
  PolicyNotAttachedException: "The specified policy isn't attached to the specified target.",
  PolicyNotFoundException: "You specified a policy that doesn't exist.",
  PolicyTypeAlreadyEnabledException: 'The specified policy type is already enabled.',
  PolicyTypeNotEnabledException: 'This operation can be performed only for enabled policy types.',
  RootNotFoundException: "You specified a root that doesn't exist.",
  SourceParentNotFoundException: "The account isn't in the source parent that you specified.",
  TargetNotFoundException: "You specified a target that doesn't exist.",
} as const;

export function refuseAs(name: keyof typeof WORDS): Refusal {
  return refuse(name, WORDS[name]);
}

export function malformedPolicy(why: string): Refusal {
  return refuse(
    'MalformedPolicyDocumentException',
    `The provided policy document does not meet the requirements of the specified policy type. ${why}`,
  );
}

/** @param reason one of the API's reasons: `OU_DEPTH_LIMIT_EXCEEDED`. */
export function constraintViolation(reason: string, message: string): Refusal {
  return refuse('ConstraintViolationException', message, 400, { Reason: reason });
}

export function invalidInput(reason: string, message: string): Refusal {
  return refuse('InvalidInputException', message, 400, { Reason: reason });
}
