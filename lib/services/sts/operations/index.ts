import type { AnyOperation } from '../../../aws';
import type { RoleDirectory } from '../ports';
import { assumeRole } from './assume-role';
import { getAccessKeyInfo } from './get-access-key-info';
import { getCallerIdentity } from './get-caller-identity';
import { getFederationToken } from './get-federation-token';
import { getSessionToken } from './get-session-token';

/** Every operation of STS in the lab, by its name. */
export function createStsOperations(directory: RoleDirectory): Readonly<Record<string, AnyOperation>> {
  return {
    AssumeRole: assumeRole(directory),
    GetAccessKeyInfo: getAccessKeyInfo(directory),
    GetCallerIdentity: getCallerIdentity,
    GetFederationToken: getFederationToken(directory),
    GetSessionToken: getSessionToken(directory),
  };
}
