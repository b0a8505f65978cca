import { describe, expect, it } from 'vitest';
import { setCluster } from '../kms';
import { Cloud, HOME_ACCESS_KEY, HOME_ACCOUNT } from './cloud';

const REGION = 'eu-west-1';
const MULTI_REGION = `arn:aws:iam::${HOME_ACCOUNT}:role/aws-service-role/mrk.kms.amazonaws.com/AWSServiceRoleForKeyManagementServiceMultiRegionKeys`;
const STORES = `arn:aws:iam::${HOME_ACCOUNT}:role/aws-service-role/cks.kms.amazonaws.com/AWSServiceRoleForKeyManagementServiceCustomKeyStores`;
const CLUSTER = 'cluster-k4xw2m7qzta';

/** A lab, and a user who may do everything in KMS and CloudHSM. */
function lab() {
  const cloud = new Cloud({ seed: 'linked', startMs: Date.UTC(2026, 0, 5) });
  const send = (what: string, input: Record<string, unknown>, credentials = HOME_ACCESS_KEY) => {
    const [service = '', operation = ''] = what.split(':');
    return cloud.send({ service, operation, region: REGION, credentials, input });
  };
  const ok = (what: string, input: Record<string, unknown>) => {
    const reply = send(what, input);
    if (!reply.ok) throw new Error(`${what}: ${reply.refusal.name} ${reply.refusal.message}`);
    return reply.output as Record<string, unknown>;
  };
  ok('iam:CreateUser', { UserName: 'ana' });
  const Statement = [{ Effect: 'Allow', Action: ['kms:*', 'cloudhsm:*'], Resource: '*' }];
  const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement });
  ok('iam:PutUserPolicy', { UserName: 'ana', PolicyName: 'keys', PolicyDocument });
  const { AccessKey } = ok('iam:CreateAccessKey', { UserName: 'ana' });
  const ana = (AccessKey as { AccessKeyId: string }).AccessKeyId;
  const said = (what: string, input: Record<string, unknown>, credentials?: string) => {
    const reply = send(what, input, credentials);
    return reply.ok ? 'ok' : `${reply.refusal.name}: ${reply.refusal.message}`;
  };
  const linked = () => {
    const { Roles } = ok('iam:ListRoles', { PathPrefix: '/aws-service-role/' });
    return (Roles as { Arn: string }[]).map(({ Arn }) => Arn);
  };
  return { cloud, ok, said, ana, linked };
}

function denied(role: string): string {
  return `AccessDeniedException: User: arn:aws:iam::${HOME_ACCOUNT}:user/ana is not authorized to perform: iam:CreateServiceLinkedRole on resource: ${role} because no identity-based policy allows the iam:CreateServiceLinkedRole action`;
}

describe('the roles of KMS in an account (fact: kms-engine 1.4)', () => {
  it('come with the first multi-Region key, whose maker must be allowed to; later ones need it no more', () => {
    const { cloud, ok, said, ana, linked } = lab();
    const keys = () => (ok('kms:ListKeys', {}).Keys as unknown[]).length;
    expect(said('kms:CreateKey', { MultiRegion: true }, ana)).toBe(denied(MULTI_REGION));
    expect([linked(), keys()]).toEqual([[], 0]);
    expect(said('kms:CreateKey', { MultiRegion: false }, ana)).toBe('ok');
    expect(said('kms:CreateKey', { MultiRegion: true })).toBe('ok');
    const [request, inner] = cloud.world.log.since(cloud.world.log.head - 2);
    expect([request?.request.operation, inner?.request.operation, inner?.parent]).toEqual([
      'CreateKey',
      'CreateServiceLinkedRole',
      request?.seq,
    ]);
    expect([linked(), keys()]).toEqual([[MULTI_REGION], 2]);
    expect(said('kms:CreateKey', { MultiRegion: true }, ana)).toBe('ok');
    expect(keys()).toBe(3);
  });

  it('come with the first store of a CloudHSM cluster', () => {
    const { cloud, said, ana, linked } = lab();
    cloud.world.collect(() =>
      setCluster(cloud.world, { account: HOME_ACCOUNT, region: REGION }, { clusterId: CLUSTER }),
    );
    const request = {
      CustomKeyStoreName: 'hsm',
      CloudHsmClusterId: CLUSTER,
      TrustAnchorCertificate: `-----BEGIN CERTIFICATE-----\n${CLUSTER}\n-----END CERTIFICATE-----`,
      KeyStorePassword: 'kmsPswd',
    };
    expect(said('kms:CreateCustomKeyStore', request, ana)).toBe(denied(STORES));
    expect(linked()).toEqual([]);
    expect(said('kms:CreateCustomKeyStore', request)).toBe('ok');
    expect(linked()).toEqual([STORES]);
    expect(said('kms:CreateCustomKeyStore', request, ana)).toBe('ok');
  });
});
