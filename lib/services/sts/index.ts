export { createStsOperations } from './operations';
export type { RoleDirectory } from './ports';
export { type SessionRecord, sessionOf, sessions } from './records/session';
