import { describe, expect, it } from 'vitest';
import { Console } from '../shell/console.testkit';

describe('where an aws command gets its Region, format and endpoint', () => {
  it('asks the flag, then the variables, then the profile', async () => {
    const console = new Console();
    const arn = 'aws kms create-key --query KeyMetadata.Arn --output text | cut -d: -f4';
    await console.run(
      'aws configure set region eu-west-2 --profile far; aws configure set output text --profile far',
    );
    const said = await console.say(
      [
        arn,
        `AWS_DEFAULT_REGION=us-west-2 ${arn}`,
        `AWS_REGION=us-east-2 AWS_DEFAULT_REGION=us-west-2 ${arn}`,
        `AWS_REGION=us-east-2 ${arn.replace('create-key', 'create-key --region eu-north-1')}`,
        'aws sts get-caller-identity --query Account',
        'AWS_DEFAULT_OUTPUT=text aws sts get-caller-identity --query Account',
        'AWS_DEFAULT_OUTPUT=text aws sts get-caller-identity --query Account --output json',
      ].join('\n'),
    );
    expect(said.trim().split('\n')).toEqual([
      'eu-west-1',
      'us-west-2',
      'us-east-2',
      'eu-north-1',
      '"111122223333"',
      '111122223333',
      '"111122223333"',
    ]);
  });

  it('needs no Region for a service that has one endpoint for all', async () => {
    const console = new Console();
    await console.run('sed -i "/^region/d" ~/.aws/config');
    expect(
      await console.say(
        'aws sts get-caller-identity --query Account; aws iam list-users --query "Users[0].UserName"; aws s3 ls; aws kms list-keys',
      ),
    ).toBe(
      '"111122223333"\n"student"\n\nYou must specify a region. You can also configure your region by running "aws configure".\n',
    );
  });

  it('takes an endpoint and sends every request to the lab', async () => {
    const console = new Console();
    expect(
      await console.say(
        'aws sts get-caller-identity --query Account --endpoint-url http://localhost:4566; aws kms list-keys --endpoint-url localhost',
      ),
    ).toBe(
      '"111122223333"\n\nBad value for --endpoint-url "localhost": scheme is missing.  Must be of the form http://<hostname>/ or https://<hostname>/\n',
    );
  });
});

describe('a flag that the CLI calls otherwise than the member', () => {
  it('is --notification-endpoint of sns subscribe, apart from the endpoint of the service', async () => {
    const console = new Console();
    await console.run(
      'TOPIC=$(aws sns create-topic --name orders --query TopicArn --output text); aws sqs create-queue --queue-name orders',
    );
    expect(
      await console.say(
        'aws sns subscribe --topic-arn $TOPIC --protocol sqs --notification-endpoint arn:aws:sqs:eu-west-1:111122223333:orders --query SubscriptionArn --output text | cut -d: -f1-6',
      ),
    ).toBe('arn:aws:sns:eu-west-1:111122223333:orders\n');
  });
});

describe('an aws command that the service is too busy for', () => {
  it('is sent again after a wait, twice at most', async () => {
    const console = new Console();
    const port = (refusals: number) => {
      let left = refusals;
      return {
        send: async () => {
          left -= 1;
          const rest = { requestId: 'r', nowMs: 0, seq: 1 };
          if (left < 0) return { ok: true as const, output: { Account: '1' }, ...rest };
          return {
            ok: false as const,
            refusal: {
              refused: true as const,
              name: 'ThrottlingException',
              message: 'Rate exceeded',
              status: 400,
            },
            ...rest,
          };
        },
        services: () => ['sts'],
        operations: () => Object.values(console.cloud.operations('sts') ?? {}),
        nowMs: async () => 0,
        advance: async (ms: number) => {
          waits.push(ms);
          return 0;
        },
      };
    };
    const waits: number[] = [];
    const source = 'aws sts get-caller-identity --query Account --output text';
    const once = await console.run(source, { port: port(2) });
    expect([once.statements[0]?.stdout, waits.splice(0)]).toEqual(['1\n', [500, 1000, 1000]]);
    const never = await console.run(source, { port: port(9) });
    expect([never.statements[0]?.stderr, never.exitCode, waits.splice(0)]).toEqual([
      '\nAn error occurred (Throttling) when calling the GetCallerIdentity operation (reached max retries: 2): Rate exceeded\n',
      254,
      [500, 1000, 1000],
    ]);
    const single = await console.run(`AWS_MAX_ATTEMPTS=1 ${source}`, { port: port(9) });
    expect(single.statements[0]?.stderr).toContain('(reached max retries: 0)');
  });
});

describe('a request through a VPC endpoint', () => {
  it('goes where the flag, the variables or the profile say, and nowhere without such an endpoint', async () => {
    const console = new Console();
    await console.run(`
      aws ec2 create-vpc-endpoint --vpc-endpoint-type Interface --vpc-id vpc-1 --service-name com.amazonaws.eu-west-1.kms > e.json
      VPCE=$(jq -r .VpcEndpoint.VpcEndpointId e.json)
      URL=https://$(jq -r '.VpcEndpoint.DnsEntries[0].DnsName' e.json)
      aws ec2 modify-vpc-endpoint --vpc-endpoint-id $VPCE --policy-document '{"Statement":[{"Effect":"Deny","Principal":"*","Action":"kms:ListKeys","Resource":"*"}]}'
      aws configure set endpoint_url $URL --profile private`);
    const list = 'aws kms list-keys';
    const said = await console.say(
      [
        `${list} --endpoint-url $URL`,
        `AWS_ENDPOINT_URL_KMS=$URL ${list}`,
        `AWS_ENDPOINT_URL=$URL ${list}`,
        `AWS_IGNORE_CONFIGURED_ENDPOINT_URLS=true AWS_ENDPOINT_URL=$URL ${list} --output text`,
        `${list} --endpoint-url https://vpce-0.kms.eu-west-1.vpce.amazonaws.com`,
      ].join('\n'),
    );
    const refused =
      'An error occurred (AccessDeniedException) when calling the ListKeys operation: User: arn:aws:iam::111122223333:user/student is not authorized to perform: kms:ListKeys on resource: * with an explicit deny in a VPC endpoint policy';
    expect(said.split('\n').filter((line) => line !== '')).toEqual([
      refused,
      refused,
      refused,
      'Could not connect to the endpoint URL: "https://vpce-0.kms.eu-west-1.vpce.amazonaws.com"',
    ]);
  });
});
