export {
  type Levels,
  type NamedDocument,
  type OrganizationPath,
  organizationOf,
  rcpLevels,
  scpLevels,
} from './guardrails';
export { createOrganizationOperations } from './operations';
export type { Account, AccountDirectory, WantedAccount } from './ports';
export {
  type Member,
  type OrganizationPolicy,
  type OrganizationRecord,
  organizations,
  type PolicyType,
  type Unit,
} from './records/organization';
