import { type Definition, define, deniedSentence, type Operation, refuse } from '../../../aws';
import { isObject } from '../../../base';

export function iamOperation<I extends object, O>(
  definition: Omit<Definition<I, O>, 'service' | 'denied' | 'responseElements'>,
): Operation<I, O | undefined, undefined> {
  return define<I, O>({
    ...definition,
    service: 'iam',
    denied: (denial) => refuse('AccessDenied', deniedSentence(denial), 403),
    responseElements: (output) => (definition.readOnly ? undefined : asInTrail(output as object)),
  });
}

const SECRET = 'SecretAccessKey';

/** CloudTrail writes members in lower camel case and leaves secrets out. */
function asInTrail(members: object): Record<string, unknown> {
  const shown: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(members)) {
    if (value === undefined || name === SECRET) continue;
    shown[name.charAt(0).toLowerCase() + name.slice(1)] = trailValue(value);
  }
  return shown;
}

function trailValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(trailValue);
  return isObject(value) ? asInTrail(value) : value;
}
