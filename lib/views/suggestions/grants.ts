import { type GrantRecord, grants } from '../../kms';
import { type Edit, isAboutKey, type Situation } from './edit';
import { withInput } from './requests';
import { actionOf, caller } from './words';

/** The operations a grant can allow. fact: kms-engine 1.2 */
const GRANTABLE: ReadonlySet<string> = new Set([
  'Encrypt',
  'Decrypt',
  'ReEncryptFrom',
  'ReEncryptTo',
  'GenerateDataKey',
  'GenerateDataKeyWithoutPlaintext',
  'GenerateDataKeyPair',
  'GenerateDataKeyPairWithoutPlaintext',
  'GenerateMac',
  'VerifyMac',
  'Sign',
  'Verify',
  'DeriveSharedSecret',
  'Encapsulate',
  'Decapsulate',
  'DescribeKey',
  'GetPublicKey',
  'CreateGrant',
]);

/** A grant made, or one that is there used: with its token, or with the context it asks for. */
export function grantEdits(situation: Situation): readonly Edit[] {
  const operation = actionOf(situation).slice('kms:'.length);
  if (!isAboutKey(situation) || !GRANTABLE.has(operation)) return [];
  return [...heldGrants(situation, operation), ...newGrant(situation, operation)];
}

function newGrant(situation: Situation, operation: string): readonly Edit[] {
  const { cloud, principal, check } = situation;
  if (principal.type === 'service' || principal.type === 'root') return [];
  const grant: GrantRecord = {
    grantId: 'suggested',
    keyArn: check.check.resource,
    name: '',
    createdAtMs: cloud.world.nowMs,
    granteePrincipal: principal.roleArn ?? principal.arn,
    issuingAccount: check.check.account,
    operations: [operation as GrantRecord['operations'][number]],
    visibleAtMs: cloud.world.nowMs,
    tokens: [],
  };
  return [
    {
      sentence: `Give ${caller(situation)} a grant for \`${operation}\` on this key.`,
      risks: [
        'A grant stands in no policy: only `list-grants` shows it. It counts after some seconds, or at once with its token.',
      ],
      change: { kind: 'grant', grant },
    },
  ];
}

function heldGrants(situation: Situation, operation: string): readonly Edit[] {
  const { cloud, principal, check, request } = situation;
  const names = [
    principal.arn,
    principal.roleArn,
    principal.account,
    `arn:aws:iam::${principal.account}:root`,
  ];
  const held = cloud.world
    .table(grants)
    .by('key', check.check.resource)
    .filter(
      ({ granteePrincipal, operations }) =>
        names.includes(granteePrincipal) &&
        operations.includes(operation as GrantRecord['operations'][number]),
    );
  return held.flatMap((grant) => {
    const label = grant.name === '' ? `grant ${grant.grantId.slice(0, 8)}` : `grant ${grant.name}`;
    const [token] = grant.tokens;
    if (request.service !== 'kms') return [];
    if (grant.visibleAtMs > cloud.world.nowMs && token !== undefined) {
      const change = withInput(request, { GrantTokens: [token] }, `--grant-tokens ${token}`);
      return [
        { sentence: `Pass the token of ${label}, which is not visible everywhere yet.`, risks: [], change },
      ];
    }
    return [];
  });
}

/** The command that makes a grant. */
export function grantCommand({ keyArn, granteePrincipal, operations }: GrantRecord): string {
  const region = keyArn.split(':')[3] ?? '';
  return `aws kms create-grant --region ${region} --key-id ${keyArn} --grantee-principal ${granteePrincipal ?? ''} --operations ${operations.join(' ')}`;
}
