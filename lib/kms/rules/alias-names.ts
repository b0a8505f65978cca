import { type Refusal, refuse } from '../../aws';
import { validation } from './errors';

/**
 * What KMS says of a name before it looks for the alias.
 * fact: kms-engine 1.3, 4.2, 4.3. assumed: a bare prefix is an invalid alias name
 */
export function refuseAliasName(name: string): Refusal | undefined {
  if (!name.startsWith('alias/')) {
    return validation(
      'Alias must start with the prefix "alias/". Please see https://docs.aws.amazon.com/kms/latest/developerguide/kms-alias.html',
    );
  }
  if (name === 'alias/') return refuse('InvalidAliasNameException');
  // The model lets a colon pass, the service does not.
  if (name.includes(':')) return validation(`${name} contains invalid characters for an alias`);
  // assumed: KMS's own aliases are refused before anything is looked up (4.2 has the name from emulators)
  if (name.startsWith('alias/aws/')) return refuse('NotAuthorizedException');
  return undefined;
}
