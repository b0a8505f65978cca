import { type Definition, define, type Operation, type Refusal, refuse, regionalArn } from '../../../aws';

/** An operation of IAM Access Analyzer; its actions begin with `access-analyzer:`. */
export function analyzerOperation<I extends object, O>(
  definition: Omit<Definition<I, O>, 'service' | 'denied' | 'permissions'> & {
    readonly resource?: (input: I) => string;
  },
): Operation<I, O | undefined, undefined> {
  const { resource, ...rest } = definition;
  return define<I, O>({
    ...rest,
    service: 'accessanalyzer',
    permissions: (call) => [
      { action: `access-analyzer:${definition.name}`, resource: resource?.(call.input) ?? '*' },
    ],
  });
}

/** The names before the hyphen are the service's; its ARNs carry one. */
export function analyzerArn(region: string, account: string, name: string): string {
  return regionalArn('access-analyzer', region, account, `analyzer/${name}`);
}

/** assumed: the texts of these refusals */
export function notFound(what: string): Refusal {
  return refuse('ResourceNotFoundException', `${what} does not exist`, 404);
}

export function conflict(what: string): Refusal {
  return refuse('ConflictException', `${what} already exists`, 409);
}

export function invalid(why: string): Refusal {
  return refuse('ValidationException', why);
}
