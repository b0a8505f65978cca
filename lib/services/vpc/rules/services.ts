import type { Refusal } from '../../../aws';
import { compilePolicyText } from '../../../policy';
import { badPolicy, noSuchService, wrongType } from './errors';

/** The services of the lab that can be reached through an endpoint, and by which types of endpoint. */
const TYPES: Readonly<Record<string, readonly string[]>> = {
  kms: ['Interface'],
  s3: ['Gateway', 'Interface'],
  dynamodb: ['Gateway', 'Interface'],
  secretsmanager: ['Interface'],
  sts: ['Interface'],
  ec2: ['Interface'],
};

const NAME = /^com\.amazonaws\.([a-z0-9-]+)\.([a-z0-9-]+)$/;

/** refuses: InvalidServiceName, InvalidParameter (type) */
export function refuseService(serviceName: string, type: string, region: string): Refusal | undefined {
  const [, named, service] = NAME.exec(serviceName) ?? [];
  const types = TYPES[service ?? ''];
  if (named !== region || !types) return noSuchService(serviceName);
  return types.includes(type) ? undefined : wrongType(type);
}

/** fact: authorization 9: the default lets everything through. */
export const OPEN_POLICY = `{
  "Statement": [
    {
      "Action": "*",
      "Effect": "Allow",
      "Principal": "*",
      "Resource": "*"
    }
  ]
}`;

export function refusePolicy(text: string | undefined): Refusal | undefined {
  if (text === undefined) return undefined;
  const compiled = compilePolicyText(text, 'endpoint');
  return compiled.ok ? undefined : badPolicy(compiled.problems[0]?.message ?? '');
}
