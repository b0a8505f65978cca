import { needs } from '../../lib/base';
import {
  compilePolicyText,
  createContext,
  decide,
  explain,
  type Layers,
  type NamedPolicy,
  type PolicyKind,
  type PolicyRequest,
} from '../../lib/policy';
import { opsPerSecond } from './measure';
import type { Result } from './report';

const ACCOUNT = '111122223333';
const KEY = `arn:aws:kms:eu-west-1:${ACCOUNT}:key/1`;
const USER = `arn:aws:iam::${ACCOUNT}:user/student`;

/** Decisions on a key policy of ten statements, five identity policies and ten grants; traced and not. */
export function policyResults(): Result[] {
  const layers = tenFiveTen();
  needs(decide(decryptRequest(), layers).verdict === 'allow', 'the measured decision should be an allow');
  return [
    { name: 'Policy decision', opsPerSecond: opsPerSecond(() => void decide(decryptRequest(), layers)) },
    {
      name: 'Policy decision, traced',
      opsPerSecond: opsPerSecond(() => void explain(decryptRequest(), layers)),
    },
  ];
}

function decryptRequest(): PolicyRequest {
  return {
    principal: { type: 'user', account: ACCOUNT, arn: USER, userId: 'AIDAEXAMPLE', tags: {} },
    action: 'kms:Decrypt',
    resource: KEY,
    resourceAccount: ACCOUNT,
    context: createContext({
      known: {
        'kms:EncryptionContext:tenant': 'acme',
        'kms:ViaService': 's3.eu-west-1.amazonaws.com',
        'aws:SourceIp': '192.0.2.1',
      },
    }),
  };
}

function tenFiveTen(): Layers {
  const condition = (i: number) => ({ StringEquals: { 'kms:EncryptionContext:tenant': `tenant-${i}` } });
  const statements = Array.from({ length: 9 }, (_, i) => ({
    Sid: `S${i}`,
    Effect: i % 3 === 2 ? 'Deny' : 'Allow',
    Principal: { AWS: `arn:aws:iam::${ACCOUNT}:role/app-${i}` },
    Action: ['kms:Encrypt', 'kms:Decrypt', 'kms:GenerateDataKey*'],
    Resource: '*',
    Condition: condition(i),
  }));
  const root = { Effect: 'Allow', Principal: { AWS: ACCOUNT }, Action: 'kms:*', Resource: '*' };
  const identity = Array.from({ length: 5 }, (_, i) => {
    const Action = i === 4 ? 'kms:Decrypt' : `s3:Get${i}*`;
    return policy('identity', `identity ${i}`, [{ Effect: 'Allow', Action, Resource: '*' }]);
  });
  const otherAllows = Array.from({ length: 10 }, (_, i) => ({
    id: `grant-${i}`,
    label: `grant ${i}`,
    matched: false,
    side: 'owner' as const,
    explain: () => 'for another principal',
  }));
  const resourcePolicy = policy('resource', 'key policy', [root, ...statements]);
  return { identity, resourcePolicy, accountDelegation: 'required', otherAllows };
}

function policy(kind: PolicyKind, name: string, Statement: readonly object[]): NamedPolicy {
  const compiled = compilePolicyText(JSON.stringify({ Version: '2012-10-17', Statement }), kind);
  needs(compiled.ok, `the ${name} of the bench cannot be read`);
  return { name, policy: compiled.policy };
}
