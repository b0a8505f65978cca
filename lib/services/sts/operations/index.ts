import type { AnyOperation } from '../../../aws';
import type { RoleDirectory } from '../ports';
import { assumeRole } from './assume-role';
import { getCallerIdentity } from './get-caller-identity';

/** Every operation of STS in the lab, by its name. */
export function createStsOperations(directory: RoleDirectory): Readonly<Record<string, AnyOperation>> {
  return {
    AssumeRole: assumeRole(directory),
    GetCallerIdentity: getCallerIdentity,
  };
}
