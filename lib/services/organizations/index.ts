export {
  type OrganizationPath,
  organizationOf,
  rcpLevels,
  scpLevels,
} from './guardrails';
export { createOrganizationOperations } from './operations';
export type { AccountDirectory } from './ports';
export {
  type OrganizationPolicy,
  type OrganizationRecord,
  organizations,
} from './records/organization';
