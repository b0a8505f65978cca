import { type Definition, define, type Operation } from '../../../aws';
import { isObject } from '../../../base';

export function organizationsOperation<I extends object, O>(
  definition: Omit<Definition<I, O>, 'service' | 'denied' | 'responseElements'>,
): Operation<I, O | undefined, undefined> {
  return define<I, O>({
    ...definition,
    service: 'organizations',
    responseElements: (output) => (definition.readOnly ? undefined : asInTrail(output as object)),
  });
}

/** Not shown in the trail. */
const HIDDEN = new Set(['Email', 'MasterAccountEmail', 'AccountName']);

/** CloudTrail writes members in lower camel case and leaves names and addresses of accounts out. */
function asInTrail(members: object): Record<string, unknown> {
  const shown: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(members)) {
    if (value !== undefined && !HIDDEN.has(name)) {
      shown[name.charAt(0).toLowerCase() + name.slice(1)] = trailValue(value);
    }
  }
  return shown;
}

function trailValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(trailValue);
  return isObject(value) ? asInTrail(value) : value;
}
