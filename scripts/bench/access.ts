import { needs } from '../../lib/base';
import { Cloud, HOME_ACCESS_KEY, HOME_ACCOUNT } from '../../lib/cloud';
import { keyCareView, type PolicyDraft, type SupposedRequest, tryView, whoCanView } from '../../lib/views';
import { opsPerSecond } from './measure';
import type { Result } from './report';

const REGION = 'eu-west-1';
const ROLES = 98;
const OPERATIONS = [
  'Encrypt',
  'Decrypt',
  'ReEncrypt',
  'GenerateDataKey',
  'DescribeKey',
  'CreateGrant',
  'PutKeyPolicy',
  'DisableKey',
  'ScheduleKeyDeletion',
  'EnableKeyRotation',
];

/** What the screen asks about access: a table of 1,000 cells, a draft tried on ten requests, who looks after a key. */
export function accessResults(): Result[] {
  const { cloud, key } = hundredPrincipals();
  const about = { kind: 'key', key } as const;
  const { rows, columns } = whoCanView(cloud, { about, operations: OPERATIONS });
  needs(
    rows.length * columns.length === 1000,
    `the table has ${rows.length * columns.length} cells, not 1,000`,
  );
  const drafts = [draftOf(key)];
  const requests = rows.slice(0, 10).map(({ id }) => ({ supposed: decryptBy(id, key) }));
  const scene = { cloud, world: cloud.world, moments: [], position: 0 };
  return [
    {
      name: 'Who can: 1,000 cells',
      opsPerSecond: opsPerSecond(() => void whoCanView(cloud, { about, operations: OPERATIONS })),
    },
    {
      name: 'Draft of a key policy on ten requests',
      opsPerSecond: opsPerSecond(() => void tryView(scene, { drafts, requests })),
    },
    { name: 'Who looks after a key, of 100', opsPerSecond: opsPerSecond(() => void keyCareView(cloud, key)) },
  ];
}

function decryptBy(principal: string, key: string): SupposedRequest {
  return { principal, operation: 'Decrypt', key, encryptionContext: { tenant: 'acme' } };
}

function statement(principal: string, Action: unknown, more: object = {}): object {
  return { Effect: 'Allow', Principal: { AWS: principal }, Action, Resource: '*', ...more };
}

function document(...statements: readonly object[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements });
}

function policyOf(roles: number): string {
  const root = `arn:aws:iam::${HOME_ACCOUNT}:root`;
  const Condition = { StringEquals: { 'kms:EncryptionContext:tenant': 'acme' } };
  const named = Array.from({ length: roles }, (_, i) =>
    statement(`arn:aws:iam::${HOME_ACCOUNT}:role/app-${i}`, ['kms:Encrypt', 'kms:Decrypt'], { Condition }),
  );
  return document(statement(root, 'kms:*'), ...named);
}

function draftOf(key: string): PolicyDraft {
  return { place: { kind: 'key', key }, text: policyOf(11) };
}

/** One key with a policy of eleven statements; a root, a user and 98 roles with a policy each. */
function hundredPrincipals() {
  const cloud = new Cloud({ seed: 'bench', startMs: 0, quotas: false });
  const send = (service: string, operation: string, input: Record<string, unknown>) => {
    const reply = cloud.send({ service, operation, region: REGION, credentials: HOME_ACCESS_KEY, input });
    needs(reply.ok, `${operation} of the bench is answered`);
    return reply.output;
  };
  const trust = { Effect: 'Allow', Principal: { AWS: HOME_ACCOUNT }, Action: 'sts:AssumeRole' };
  for (let i = 0; i < ROLES; i++) {
    send('iam', 'CreateRole', { RoleName: `app-${i}`, AssumeRolePolicyDocument: document(trust) });
    const own = { Effect: 'Allow', Action: i % 2 === 0 ? 'kms:Describe*' : 'kms:*', Resource: '*' };
    send('iam', 'PutRolePolicy', { RoleName: `app-${i}`, PolicyName: 'own', PolicyDocument: document(own) });
  }
  const { KeyMetadata } = send('kms', 'CreateKey', { Policy: policyOf(10) });
  return { cloud, key: (KeyMetadata as { readonly Arn: string }).Arn };
}
