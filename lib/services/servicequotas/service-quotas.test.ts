import { describe, expect, it } from 'vitest';
import type { ApiRequest } from '../../aws';
import { HOME_ACCOUNT } from '../../cloud';
import { grantedQuotas } from '../../pipeline';
import { MINUTE_MS, START_MS, wholeCloud } from './whole-cloud.testkit';

const REGION = 'eu-north-1';
const SYMMETRIC = { ServiceCode: 'kms', QuotaCode: 'L-6E3AF000' };
const CREATE_KEY = { ServiceCode: 'kms', QuotaCode: 'L-32B67F4A' };

function lab() {
  const { cloud, send } = wholeCloud(REGION, { quotas: true });
  const quotas = <O = unknown>(operation: string, input: object = {}, more: Partial<ApiRequest> = {}) =>
    send<O>('servicequotas', operation, input, more);
  const status = (RequestId: string) =>
    quotas<{ RequestedQuota: { Status: string } }>('GetRequestedServiceQuotaChange', { RequestId })
      .RequestedQuota.Status;
  const ask = (wanted: object) =>
    quotas<{ RequestedQuota: { Id: string } }>('RequestServiceQuotaIncrease', wanted).RequestedQuota.Id;
  return { cloud, send, quotas, status, ask };
}

describe('the quotas of KMS', () => {
  it('are shown with the value of the Region, their period and the metric that counts them (kms-engine 12.2)', () => {
    const { quotas } = lab();
    const quota = {
      ServiceCode: 'kms',
      ServiceName: 'AWS Key Management Service (AWS KMS)',
      QuotaArn: `arn:aws:servicequotas:${REGION}:${HOME_ACCOUNT}:kms/L-6E3AF000`,
      QuotaCode: 'L-6E3AF000',
      QuotaName: 'Cryptographic operations (symmetric) request rate',
      Value: 10_000,
      Unit: 'None',
      Adjustable: true,
      GlobalQuota: false,
      UsageMetric: {
        MetricNamespace: 'AWS/Usage',
        MetricName: 'CallCount',
        MetricDimensions: {
          Class: 'None',
          Resource: 'CryptographicOperationsSymmetric',
          Service: 'KMS',
          Type: 'API',
        },
        MetricStatisticRecommendation: 'Sum',
      },
      Period: { PeriodValue: 1, PeriodUnit: 'SECOND' },
      QuotaAppliedAtLevel: 'ACCOUNT',
      Description: 'symmetric cryptographic requests a second, for each account and Region.',
    };
    expect(quotas('GetServiceQuota', SYMMETRIC)).toEqual({ Quota: quota });
    expect(quotas('GetServiceQuota', SYMMETRIC, { region: 'eu-west-1' })).toMatchObject({
      Quota: { Value: 100_000 },
    });
    const published = { Quota: { ...quota, QuotaArn: `arn:aws:servicequotas:${REGION}::kms/L-6E3AF000` } };
    expect(quotas('GetAWSDefaultServiceQuota', SYMMETRIC)).toEqual(published);
  });

  it('are listed page by page, each under a code of its own', () => {
    const { quotas } = lab();
    const codes: string[] = [];
    let NextToken: string | undefined;
    do {
      const page = quotas<{
        Quotas: { QuotaCode: string; Value: number }[];
        NextToken?: string;
      }>('ListServiceQuotas', { ServiceCode: 'kms', MaxResults: 20, NextToken });
      codes.push(...page.Quotas.map(({ QuotaCode }) => QuotaCode));
      expect(page.Quotas.every(({ Value }) => Value >= 1)).toBe(true);
      NextToken = page.NextToken;
    } while (NextToken);
    expect([codes.length, new Set(codes).size]).toEqual([59, 59]);
    expect(quotas('ListServices')).toEqual({
      NextToken: undefined,
      Services: [{ ServiceCode: 'kms', ServiceName: 'AWS Key Management Service (AWS KMS)' }],
    });
  });

  it.each([
    ['GetServiceQuota', { ServiceCode: 'kms', QuotaCode: 'L-NONE' }, /^NoSuchResourceException: .*L-NONE/],
    ['GetServiceQuota', { ServiceCode: 'none', QuotaCode: 'L-NONE' }, /^NoSuchResourceException: .*service/],
    ['ListServiceQuotas', { ServiceCode: 'kms', NextToken: 'eA==' }, /^InvalidPaginationTokenException/],
    ['GetRequestedServiceQuotaChange', { RequestId: 'ab' }, /^NoSuchResourceException/],
    [
      'RequestServiceQuotaIncrease',
      { ...SYMMETRIC, DesiredValue: 10_000 },
      /^IllegalArgumentException: You must/,
    ],
    [
      'RequestServiceQuotaIncrease',
      { ServiceCode: 'kms', QuotaCode: 'L-0E66C9C0', DesiredValue: 50 },
      /^IllegalArgumentException: .* not adjustable\.$/,
    ],
  ])('%s refuses %j', (operation, input, text) => {
    expect(lab().quotas(operation, input)).toMatch(text);
  });
});

describe('a request to raise a quota', () => {
  it('changes nothing until it is approved, and then what one second admits', () => {
    const { cloud, send, ask, status } = lab();
    const admitted = () => {
      let count = 0;
      while (typeof send('kms', 'CreateKey') !== 'string') count += 1;
      return count;
    };
    expect(admitted()).toBe(5);
    const id = ask({ ...CREATE_KEY, DesiredValue: 8 });
    cloud.advanceTo(START_MS + 30 * MINUTE_MS - 1);
    expect([status(id), admitted()]).toEqual(['PENDING', 5]);
    cloud.advanceTo(START_MS + 31 * MINUTE_MS);
    expect([status(id), admitted()]).toEqual(['APPROVED', 8]);
    expect(send('kms', 'CreateKey', {}, { region: 'eu-west-1' })).toHaveProperty('KeyMetadata');
  });

  it('passes through a support case when it asks for more than twice as much', () => {
    const { cloud, quotas, ask, status } = lab();
    const id = ask({ ...SYMMETRIC, DesiredValue: 50_000 });
    cloud.advanceTo(START_MS + 30 * MINUTE_MS);
    expect(status(id)).toBe('CASE_OPENED');
    cloud.advanceTo(START_MS + 30 * MINUTE_MS + 24 * 60 * MINUTE_MS);
    const [made] = quotas<{ RequestedQuotas: object[] }>(
      'ListRequestedServiceQuotaChangeHistoryByQuota',
      SYMMETRIC,
    ).RequestedQuotas;
    expect(made).toEqual({
      Id: id,
      CaseId: expect.stringMatching(/^\d{10}$/),
      ServiceCode: 'kms',
      ServiceName: 'AWS Key Management Service (AWS KMS)',
      QuotaCode: 'L-6E3AF000',
      QuotaName: 'Cryptographic operations (symmetric) request rate',
      DesiredValue: 50_000,
      Status: 'APPROVED',
      Created: START_MS,
      LastUpdated: START_MS + 30 * MINUTE_MS + 24 * 60 * MINUTE_MS,
      Requester: `{"accountId":"${HOME_ACCOUNT}","callerArn":"arn:aws:iam::${HOME_ACCOUNT}:user/student"}`,
      QuotaArn: `arn:aws:servicequotas:${REGION}:${HOME_ACCOUNT}:kms/L-6E3AF000`,
      GlobalQuota: false,
      Unit: 'None',
      QuotaRequestedAtLevel: 'ACCOUNT',
    });
    expect(quotas('GetServiceQuota', SYMMETRIC)).toMatchObject({ Quota: { Value: 50_000 } });
    expect(quotas('GetAWSDefaultServiceQuota', SYMMETRIC)).toMatchObject({ Quota: { Value: 10_000 } });
    expect(quotas('ListRequestedServiceQuotaChangeHistory', { Status: 'PENDING' })).toEqual({
      NextToken: undefined,
      RequestedQuotas: [],
    });
  });

  it('is one at a time for each quota', () => {
    const { quotas, ask } = lab();
    ask({ ...SYMMETRIC, DesiredValue: 12_000 });
    expect(quotas('RequestServiceQuotaIncrease', { ...SYMMETRIC, DesiredValue: 13_000 })).toBe(
      'ResourceAlreadyExistsException: Only one open service quota increase request is allowed per quota.',
    );
    ask({ ...CREATE_KEY, DesiredValue: 6 });
  });

  it('raises what a key may hold, and what the reported load may take', () => {
    const { cloud, send, ask } = lab();
    cloud.quotas = false;
    const { KeyMetadata } = send<{ KeyMetadata: { KeyId: string } }>('kms', 'CreateKey');
    const alias = (n: number) =>
      send('kms', 'CreateAlias', { AliasName: `alias/a${n}`, TargetKeyId: KeyMetadata.KeyId });
    for (let n = 0; n < 50; n++) alias(n);
    expect(alias(50)).toMatch(/^LimitExceededException: Aliases per key quota .* is 50,/);
    ask({ ServiceCode: 'kms', QuotaCode: 'L-340F62FB', DesiredValue: 51 });
    ask({ ...SYMMETRIC, DesiredValue: 20_000 });
    cloud.advanceTo(START_MS + 31 * MINUTE_MS);
    expect([typeof alias(50), alias(51)]).toEqual([
      'object',
      expect.stringMatching(/^LimitExceededException: Aliases per key quota .* is 51,/),
    ]);
    expect(send('lab', 'DescribeLoad')).toMatchObject({ PerSecond: 20_000 });
  });

  it('replays to the same world', () => {
    const play = () => {
      const { cloud, ask } = lab();
      ask({ ...CREATE_KEY, DesiredValue: 50 });
      cloud.advanceTo(START_MS + 48 * 60 * MINUTE_MS);
      return cloud.world;
    };
    const world = play();
    expect(play().hash()).toBe(world.hash());
    const seen = world.hash();
    const fork = world.fork();
    fork.rewind(1);
    expect(fork.table(grantedQuotas).size).toBe(0);
    expect(world.hash()).toBe(seen);
  });
});
