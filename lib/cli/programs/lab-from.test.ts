import { beforeAll, describe, expect, it } from 'vitest';
import { Console } from '../shell/console.testkit';

const console = new Console();
const said = async (source: string) => (await console.say(source)).trim();

const statement = (name: string, condition: string) =>
  `{"Sid":"${name}","Effect":"Deny","Principal":"*","Action":"kms:GenerateRandom","Resource":"*","Condition":${condition}}`;
const OUTSIDE = '{"NotIpAddress":{"aws:SourceIp":["203.0.113.0/24","2001:db8::/32"]}}';

beforeAll(async () => {
  await console.say(`
    aws iam put-user-policy --user-name student --policy-name office --policy-document '{"Statement":[{"Effect":"Deny","Action":"kms:Encrypt","Resource":"*","Condition":${OUTSIDE}}]}'
    KEY=$(aws kms create-key --query KeyMetadata.KeyId --output text)
    aws ec2 create-vpc-endpoint --vpc-endpoint-type Interface --vpc-id vpc-1 --service-name com.amazonaws.eu-west-1.kms > e.json
    VPCE=$(jq -r .VpcEndpoint.VpcEndpointId e.json)
    URL=https://$(jq -r '.VpcEndpoint.DnsEntries[0].DnsName' e.json)
    aws ec2 modify-vpc-endpoint --vpc-endpoint-id $VPCE --policy-document '{"Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"},${statement('subnet', '{"NotIpAddress":{"aws:VpcSourceIp":"10.0.0.0/24"}}')}]}'`);
});

describe('lab from', () => {
  it.each([
    ['', 'ok'],
    ['lab from 203.0.113.99', 'ok'],
    ['lab from 2001:db8::7', 'ok'],
    ['lab from 198.51.100.7', 'refused'],
  ])('"%s" decides aws:SourceIp: %s', async (from, outcome) => {
    const answer = await said(`${from} aws kms encrypt --key-id $KEY --plaintext aGk= --query KeyId`);
    expect(answer.includes('AccessDeniedException') ? 'refused' : 'ok').toBe(outcome);
  });

  it.each([
    ['', 'ok'],
    ['lab from 10.0.0.200', 'ok'],
    ['lab from 10.0.9.9', 'refused'],
  ])('"%s" decides aws:VpcSourceIp: %s', async (from, outcome) => {
    const answer = await said(`${from} aws kms generate-random --number-of-bytes 1 --endpoint-url $URL`);
    expect(answer.includes('AccessDeniedException') ? 'refused' : 'ok').toBe(outcome);
  });

  it('is what the trail shows; a private address where the request came through a VPC endpoint', async () => {
    await console.say(`
      lab from 198.51.100.7 aws kms list-aliases
      aws kms list-aliases
      aws kms list-aliases --endpoint-url $URL
      lab clock +15m`);
    const query = "'Events[].CloudTrailEvent' --output json";
    expect(
      await said(
        `aws cloudtrail lookup-events --lookup-attributes AttributeKey=EventName,AttributeValue=ListAliases --query ${query} | jq -r '.[]' | jq -r .sourceIPAddress`,
      ),
    ).toBe('10.0.0.10\n203.0.113.12\n198.51.100.7');
  });

  it('hands on input, errors and status', async () => {
    expect(
      await said(`
        aws s3 mb s3://letters-from-elsewhere
        echo hello | lab from 198.51.100.7 aws s3 cp - s3://letters-from-elsewhere/a
        lab from 198.51.100.7 aws s3 cp s3://letters-from-elsewhere/a -
        lab from 198.51.100.7 aws kms describe-key --key-id alias/none > /dev/null 2>&1; echo $?`),
    ).toBe('make_bucket: letters-from-elsewhere\nhello\n254');
  });

  it.each([
    ['lab from', 'lab from: expected an address such as 198.51.100.7 or 2001:db8::7, found nothing.'],
    [
      'lab from 10.0.0.0/8 aws kms list-keys',
      'lab from: expected an address such as 198.51.100.7 or 2001:db8::7, found 10.0.0.0/8.',
    ],
    [
      'lab from 198.51.100.7',
      'lab from: expected a command (aws, backfill, orders) after 198.51.100.7, found nothing.',
    ],
    [
      'lab from 198.51.100.7 toString',
      'lab from: expected a command (aws, backfill, orders) after 198.51.100.7, found toString.',
    ],
  ])('%s says what it expected', async (line, message) => {
    expect(await said(line)).toBe(message);
  });
});
