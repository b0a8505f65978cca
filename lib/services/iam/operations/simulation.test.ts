// biome-ignore-all lint/suspicious/noTemplateCurlyInString: policy variables are written so
import { beforeAll, describe, expect, it } from 'vitest';
import { createIamOperations } from '..';
import { allowing, HOME, type IamLab, iamLab } from '../iam.testkit';
import type { ScpsOf } from '../ports';

const ALICE = `arn:aws:iam::${HOME}:user/alice`;
const KEY = `arn:aws:kms:eu-west-1:${HOME}:key/1`;
let lab: IamLab;

const document = (...statements: readonly object[]) =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 1);

beforeAll(() => {
  lab = iamLab();
  lab.ask('CreateUser', { UserName: 'alice' });
  const PolicyDocument = document(
    { Effect: 'Allow', Action: 'kms:Decrypt', Resource: KEY },
    {
      Effect: 'Allow',
      Action: 'kms:Encrypt',
      Resource: 'arn:aws:kms:*:*:key/${aws:PrincipalTag/team}',
      Condition: { StringEquals: { 'kms:EncryptionContext:tenant': 'acme' } },
    },
    { Effect: 'Deny', Action: 'kms:Schedule*', Resource: '*' },
  );
  lab.ask('PutUserPolicy', { UserName: 'alice', PolicyName: 'use', PolicyDocument });
});

function simulate(operation: string, input: Record<string, unknown>) {
  const { EvaluationResults } = lab.ask(operation, input) as {
    EvaluationResults: readonly {
      EvalActionName: string;
      EvalDecision: string;
      MissingContextValues: string[];
    }[];
  };
  return EvaluationResults.map(({ EvalActionName, EvalDecision, MissingContextValues }) => [
    EvalActionName,
    EvalDecision,
    MissingContextValues,
  ]);
}

describe('SimulatePrincipalPolicy', () => {
  it('answers each action on each resource from IAM alone', () => {
    const input = {
      PolicySourceArn: ALICE,
      ActionNames: ['kms:Decrypt', 'kms:Encrypt', 'kms:ScheduleKeyDeletion', 'kms:ListKeys'],
      ResourceArns: [KEY],
    };
    expect(simulate('SimulatePrincipalPolicy', input)).toEqual([
      ['kms:Decrypt', 'allowed', []],
      ['kms:Encrypt', 'implicitDeny', ['kms:EncryptionContext:tenant']],
      ['kms:ScheduleKeyDeletion', 'explicitDeny', []],
      ['kms:ListKeys', 'implicitDeny', []],
    ]);
  });

  it('names the statements that settle it, with their places', () => {
    const { EvaluationResults } = lab.ask('SimulatePrincipalPolicy', {
      PolicySourceArn: ALICE,
      ActionNames: ['kms:Decrypt'],
      ResourceArns: [KEY],
    });
    expect((EvaluationResults as readonly { MatchedStatements: object }[])[0]?.MatchedStatements).toEqual([
      {
        SourcePolicyId: 'use',
        SourcePolicyType: 'IAM Policy',
        StartPosition: { Line: 4, Column: 3 },
        EndPosition: { Line: 8, Column: 4 },
      },
    ]);
  });

  it('takes context, further policies, a boundary and a resource policy', () => {
    const asked = { PolicySourceArn: ALICE, ActionNames: ['kms:Encrypt'], ResourceArns: [KEY] };
    const Principal = { AWS: ALICE };
    const more = document({
      Effect: 'Allow',
      Action: 'kms:Encrypt',
      Resource: '*',
      Condition: { StringEquals: { 'kms:EncryptionContext:tenant': 'acme' } },
    });
    const tenant = {
      ContextKeyName: 'kms:EncryptionContext:tenant',
      ContextKeyValues: ['acme'],
      ContextKeyType: 'string',
    };
    expect(
      [
        simulate('SimulatePrincipalPolicy', { ...asked, PolicyInputList: [more], ContextEntries: [tenant] }),
        simulate('SimulatePrincipalPolicy', {
          ...asked,
          PolicyInputList: [allowing('kms:*')],
          PermissionsBoundaryPolicyInputList: [allowing('s3:*')],
        }),
        simulate('SimulatePrincipalPolicy', {
          ...asked,
          ResourcePolicy: document({ Effect: 'Allow', Principal, Action: 'kms:*', Resource: '*' }),
        }),
      ].map(([row]) => row?.[1]),
    ).toEqual(['allowed', 'implicitDeny', 'allowed']);
  });

  it('refuses who is not there and what is no policy', () => {
    const input = { ActionNames: ['kms:Decrypt'] };
    expect([
      lab.refusal('SimulatePrincipalPolicy', { ...input, PolicySourceArn: `${ALICE}x` })[0],
      lab.refusal('SimulatePrincipalPolicy', {
        ...input,
        PolicySourceArn: ALICE,
        PolicyInputList: ['{}'],
      })[0],
      lab.refusal('SimulatePrincipalPolicy', { PolicySourceArn: ALICE, ActionNames: ['Decrypt'] })[0],
    ]).toEqual(['NoSuchEntity', 'InvalidInput', 'InvalidInput']);
  });
});

describe('SimulatePrincipalPolicy in an organization', () => {
  const FULL = { name: 'FullAWSAccess', text: allowing('*') };
  const verdictsUnder = (scps: ReturnType<ScpsOf>, arn = ALICE, more: object = {}) => {
    const operations = createIamOperations({
      scpsOf: (_world, account) => (account === HOME ? scps : undefined),
    });
    const { output } = iamLab(operations, lab.world).send('SimulatePrincipalPolicy', {
      PolicySourceArn: arn,
      ActionNames: ['kms:Decrypt', 'kms:ScheduleKeyDeletion'],
      ResourceArns: [KEY],
      ...more,
    }) as unknown as { output: { EvaluationResults: readonly Record<string, unknown>[] } };
    return output.EvaluationResults.map(
      ({ EvalDecision, OrganizationsDecisionDetail, MatchedStatements }) => [
        EvalDecision,
        (OrganizationsDecisionDetail as { AllowedByOrganizations: boolean } | undefined)
          ?.AllowedByOrganizations,
        (MatchedStatements as readonly object[]).length,
      ],
    );
  };

  it('says whether the service control policies allow it (fact: authorization 9)', () => {
    const only = { name: 'only', text: document({ Effect: 'Allow', Action: 'kms:Decrypt', Resource: '*' }) };
    const guard = { name: 'guard', text: allowing('kms:*', 'Deny') };
    expect([
      verdictsUnder(undefined),
      verdictsUnder([]),
      verdictsUnder([[FULL], [FULL]]),
      verdictsUnder([[FULL], [only]]),
      verdictsUnder([[FULL, guard], [FULL]]),
    ]).toEqual([
      [
        ['allowed', undefined, 1],
        ['explicitDeny', undefined, 1],
      ],
      [
        ['allowed', true, 1],
        ['explicitDeny', true, 1],
      ],
      [
        ['allowed', true, 1],
        ['explicitDeny', true, 1],
      ],
      [
        ['allowed', true, 1],
        ['implicitDeny', false, 0],
      ],
      [
        ['explicitDeny', false, 0],
        ['explicitDeny', false, 0],
      ],
    ]);
  });

  it('compares their conditions with the context that is given, and leaves service-linked roles alone', () => {
    const abroad = document({
      Effect: 'Deny',
      Action: '*',
      Resource: '*',
      Condition: { StringNotEquals: { 'aws:RequestedRegion': 'eu-central-1' } },
    });
    const scps = [[FULL, { name: 'at-home', text: abroad }]];
    const region = (value: string) => ({
      ContextEntries: [{ ContextKeyName: 'aws:RequestedRegion', ContextKeyValues: [value] }],
    });
    const { Role } = lab.ask('CreateServiceLinkedRole', { AWSServiceName: 'autoscaling.amazonaws.com' });
    const linked = (Role as { Arn: string }).Arn;
    expect([
      verdictsUnder(scps, ALICE, region('eu-central-1'))[0],
      verdictsUnder(scps, ALICE, region('us-east-1'))[0],
      verdictsUnder(scps, linked, region('us-east-1'))[0]?.[1],
    ]).toEqual([['allowed', true, 1], ['explicitDeny', false, 0], undefined]);
  });
});

describe('SimulateCustomPolicy', () => {
  it('answers for policies that are handed in', () => {
    const input = { PolicyInputList: [allowing('kms:Decrypt')], ActionNames: ['kms:Decrypt', 'kms:Encrypt'] };
    expect(simulate('SimulateCustomPolicy', input).map(([, decision]) => decision)).toEqual([
      'allowed',
      'implicitDeny',
    ]);
  });
});

describe('the context keys of policies', () => {
  it('are listed once each, policy variables among them', () => {
    expect(lab.ask('GetContextKeysForPrincipalPolicy', { PolicySourceArn: ALICE })).toEqual({
      ContextKeyNames: ['aws:PrincipalTag/team', 'kms:EncryptionContext:tenant'],
    });
    const text = document({
      Effect: 'Allow',
      Action: '*',
      Resource: '*',
      Condition: { Bool: { 'aws:SecureTransport': 'true' } },
    });
    expect(lab.ask('GetContextKeysForCustomPolicy', { PolicyInputList: [text, text] })).toEqual({
      ContextKeyNames: ['aws:SecureTransport'],
    });
  });
});
