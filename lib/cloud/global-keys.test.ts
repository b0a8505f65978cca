import { beforeAll, describe, expect, it } from 'vitest';
import type { Principal, RequestSource } from '../aws';
import { needs } from '../base';
import { AccessLab, DELEGATION, document, STUDENT } from '../views/policies/access.testkit';
import { writeDrafts } from '../views/policies/drafts';
import { someoneOf } from '../views/policies/principals';
import { HOME_ACCOUNT } from '.';

const lab = new AccessLab();
const { world } = lab.cloud;
const places = { key: '', endpoint: '', organization: '', session: '' };
const SESSION = `arn:aws:sts::${HOME_ACCOUNT}:assumed-role/app/run`;
const TRAIL = `arn:aws:cloudtrail:eu-west-1:${HOME_ACCOUNT}:trail/t`;

beforeAll(() => {
  places.key = lab.key(DELEGATION);
  lab.make('iam', 'TagUser', { UserName: 'student', Tags: [{ Key: 'team', Value: 'blue' }] });
  const { Organization } = lab.make<{ Organization: { Id: string } }>('organizations', 'CreateOrganization', {
    FeatureSet: 'ALL',
  });
  places.organization = Organization.Id;
  places.session = lab.assume();
  const { VpcEndpoint } = lab.make<{ VpcEndpoint: { VpcEndpointId: string } }>('ec2', 'CreateVpcEndpoint', {
    VpcEndpointType: 'Interface',
    VpcId: 'vpc-1a',
    ServiceName: 'com.amazonaws.eu-west-1.kms',
  });
  places.endpoint = VpcEndpoint.VpcEndpointId;
});

type How = 'directly' | 'by S3' | 'as a service' | 'through an endpoint' | 'as a session';

const WHO: Readonly<Record<How, string>> = {
  directly: STUDENT,
  'by S3': STUDENT,
  'as a service': 'cloudtrail.amazonaws.com',
  'through an endpoint': STUDENT,
  'as a session': SESSION,
};

function sourceOf(how: How): RequestSource {
  const from = { ip: '192.0.2.7', userAgent: 'aws-cli' };
  if (how === 'by S3') return { ...from, via: ['s3.eu-west-1.amazonaws.com'] };
  if (how === 'as a service') return { sourceArn: TRAIL };
  return how === 'through an endpoint' ? { ...from, ip: '10.0.7.7', vpcEndpoint: places.endpoint } : from;
}

/** What is decided under one condition of the key policy: for a service of Encrypt, else of TagResource, with tags. */
function decided(how: How, Condition: object): string {
  const principal = someoneOf(world, WHO[how])?.principal as Principal;
  const name = how === 'as a service' ? 'Encrypt' : 'TagResource';
  const named = how === 'as a service' ? { Service: WHO[how] } : { AWS: WHO[how] };
  const statement = {
    Effect: 'Allow',
    Principal: named,
    Action: `kms:${name}`,
    Resource: '*',
    Condition,
  };
  return lab.cloud.supposing((judge) => {
    writeDrafts(world, [{ place: { kind: 'key', key: places.key }, text: document(statement) }]);
    const operation = lab.cloud.operations('kms')?.[name];
    needs(operation, `KMS has ${name}`);
    const tags = { Tags: [{ TagKey: 'team', TagValue: 'red' }] };
    const input = {
      KeyId: places.key,
      ...(how === 'as a service' ? { Plaintext: new Uint8Array([1]) } : tags),
    };
    const { checks } = judge(operation, {
      principal,
      region: 'eu-west-1',
      input,
      source: sourceOf(how),
      isOpen: () => false,
    });
    return checks[0]?.decision.verdict ?? '';
  });
}

/** Key, operator, a value that fits and one that does not, and how the request is made; `$` names a place. */
const ROWS: readonly (readonly [string, string, string, string, How])[] = [
  ['aws:PrincipalOrgID', 'StringEquals', '$organization', 'o-other', 'directly'],
  ['aws:PrincipalOrgPaths', 'ForAnyValue:StringLike', '$organization/*', 'o-other/*', 'directly'],
  ['aws:PrincipalArn', 'ArnEquals', STUDENT, `${STUDENT}s`, 'directly'],
  ['aws:PrincipalArn', 'ArnEquals', `arn:aws:iam::${HOME_ACCOUNT}:role/app`, SESSION, 'as a session'],
  ['aws:PrincipalAccount', 'StringEquals', HOME_ACCOUNT, '444455556666', 'directly'],
  ['aws:PrincipalType', 'StringEquals', 'User', 'AssumedRole', 'directly'],
  ['aws:PrincipalTag/team', 'StringEquals', 'blue', 'red', 'directly'],
  ['aws:PrincipalIsAWSService', 'Bool', 'false', 'true', 'directly'],
  ['aws:PrincipalIsAWSService', 'Bool', 'true', 'false', 'as a service'],
  [
    'aws:PrincipalServiceName',
    'StringEquals',
    'cloudtrail.amazonaws.com',
    's3.amazonaws.com',
    'as a service',
  ],
  ['aws:RequestTag/team', 'StringEquals', 'red', 'blue', 'directly'],
  ['aws:TagKeys', 'ForAnyValue:StringEquals', 'team', 'name', 'directly'],
  ['aws:ResourceAccount', 'StringEquals', HOME_ACCOUNT, '444455556666', 'directly'],
  ['aws:SourceIp', 'IpAddress', '192.0.2.0/24', '10.0.0.0/8', 'directly'],
  ['aws:SourceIp', 'IpAddress', '192.0.2.0/24', '10.0.0.0/8', 'by S3'],
  ['aws:SourceVpce', 'StringEquals', '$endpoint', 'vpce-0', 'through an endpoint'],
  ['aws:SourceVpc', 'StringEquals', 'vpc-1a', 'vpc-1b', 'through an endpoint'],
  ['aws:VpcSourceIp', 'IpAddress', '10.0.0.0/8', '192.0.2.0/24', 'through an endpoint'],
  ['aws:VpceAccount', 'StringEquals', HOME_ACCOUNT, '444455556666', 'through an endpoint'],
  ['aws:VpceOrgID', 'StringEquals', '$organization', 'o-other', 'through an endpoint'],
  ['aws:VpceOrgPaths', 'ForAnyValue:StringLike', '$organization/*', 'o-other/*', 'through an endpoint'],
  ['aws:ViaAWSService', 'Bool', 'true', 'false', 'by S3'],
  ['aws:ViaAWSService', 'Bool', 'false', 'true', 'directly'],
  ['aws:CalledVia', 'ForAnyValue:StringEquals', 's3.amazonaws.com', 'dynamodb.amazonaws.com', 'by S3'],
  ['aws:CalledViaFirst', 'StringEquals', 's3.amazonaws.com', 'dynamodb.amazonaws.com', 'by S3'],
  ['aws:CalledViaLast', 'StringEquals', 's3.amazonaws.com', 'dynamodb.amazonaws.com', 'by S3'],
  [
    'aws:SourceArn',
    'ArnLike',
    `arn:aws:cloudtrail:*:${HOME_ACCOUNT}:trail/*`,
    'arn:aws:s3:::*',
    'as a service',
  ],
  ['aws:SourceAccount', 'StringEquals', HOME_ACCOUNT, '444455556666', 'as a service'],
  ['aws:SourceOrgID', 'StringEquals', '$organization', 'o-other', 'as a service'],
  ['aws:SourceOrgPaths', 'ForAnyValue:StringLike', '$organization/*', 'o-other/*', 'as a service'],
  ['aws:RequestedRegion', 'StringEquals', 'eu-west-1', 'eu-central-1', 'directly'],
  ['aws:CurrentTime', 'DateGreaterThan', '2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z', 'directly'],
  ['aws:EpochTime', 'DateLessThan', '2027-01-01T00:00:00Z', '2026-01-01T00:00:00Z', 'directly'],
  ['aws:TokenIssueTime', 'DateGreaterThan', '2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z', 'as a session'],
  ['aws:SecureTransport', 'Bool', 'true', 'false', 'directly'],
  ['aws:UserAgent', 'StringLike', 'aws-cli*', 'boto3*', 'directly'],
  ['aws:userid', 'StringLike', 'AIDA*', 'AROA*', 'directly'],
  ['aws:username', 'StringEquals', 'student', 'guest', 'directly'],
];

/** Absent there, so that a condition on them does not match. */
const ABSENT: readonly (readonly [string, How])[] = [
  ['aws:PrincipalOrgID', 'as a service'],
  ['aws:SourceIp', 'through an endpoint'],
  ['aws:SourceVpce', 'directly'],
  ['aws:SourceVpc', 'directly'],
  ['aws:SourceArn', 'directly'],
  ['aws:SourceAccount', 'by S3'],
  ['aws:CalledVia', 'directly'],
  ['aws:PrincipalAccount', 'as a service'],
  ['aws:MultiFactorAuthPresent', 'directly'],
  ['aws:TokenIssueTime', 'directly'],
  ['aws:username', 'as a session'],
];

const filled = (value: string) =>
  value.replace('$organization', places.organization).replace('$endpoint', places.endpoint);

describe('the global condition keys, fact: authorization 8', () => {
  it.each(ROWS)('%s %s lets in %s and not %s, asked %s', (key, operator, fits, differs, how) => {
    const under = (value: string) => decided(how, { [operator]: { [key]: filled(value) } });
    expect([under(fits), under(differs)]).toEqual(['allow', 'implicitDeny']);
  });

  it.each(ABSENT)('%s is not there, asked %s', (key, how) => {
    const under = (isAbsent: boolean) => decided(how, { Null: { [key]: String(isAbsent) } });
    expect([under(true), under(false)]).toEqual(['allow', 'implicitDeny']);
  });
});
