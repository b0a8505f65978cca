import type { AnyOperation } from '../../../aws';
import type { AccountDirectory } from '../ports';

/** Every operation of Organizations in the lab, by its name. */
export function createOrganizationOperations(
  _directory: AccountDirectory,
): Readonly<Record<string, AnyOperation>> {
  return {};
}
