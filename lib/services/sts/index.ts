export { createStsOperations } from './operations';
export type { AssumableRole, RoleDirectory } from './ports';
export { type SessionRecord, sessionOf, sessions } from './records/session';
