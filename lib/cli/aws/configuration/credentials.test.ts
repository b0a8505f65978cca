import { describe, expect, it } from 'vitest';
import { Console } from '../../shell/console.testkit';

const TRUST =
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"sts:AssumeRole"}]}';
const WHO = 'aws sts get-caller-identity --query Arn --output text';

async function withRole(): Promise<Console> {
  const console = new Console();
  await console.run(
    [
      `aws iam create-role --role-name reader --assume-role-policy-document '${TRUST}'`,
      'aws configure set role_arn arn:aws:iam::111122223333:role/reader --profile reader',
      'aws configure set source_profile default --profile reader',
      'aws configure set role_session_name drill --profile reader',
    ].join('\n'),
  );
  return console;
}

describe('credentials of the aws command', () => {
  it('are the student’s, until a profile or variables say otherwise', async () => {
    const console = await withRole();
    expect(await console.say(WHO)).toBe('arn:aws:iam::111122223333:user/student\n');
    expect(await console.say(`${WHO} --profile reader`)).toBe(
      'arn:aws:sts::111122223333:assumed-role/reader/drill\n',
    );
    expect(await console.say(`export AWS_PROFILE=reader; ${WHO}`)).toBe(
      'arn:aws:sts::111122223333:assumed-role/reader/drill\n',
    );
    expect(await console.say(`unset AWS_PROFILE; ${WHO}`)).toBe('arn:aws:iam::111122223333:user/student\n');
  });

  it('that are missing or nobody’s are told by each service in its own words (kms-engine 4.2)', async () => {
    const console = new Console();
    const nobody = 'AWS_ACCESS_KEY_ID=AKIANOBODY AWS_SECRET_ACCESS_KEY=x';
    const told = async (prefix: string, suffix: string) =>
      (
        await console.say(
          ['kms list-keys', 'sts get-caller-identity', 's3api list-buckets', 'ec2 describe-volumes']
            .map((command) => `${prefix} aws ${command} ${suffix}`)
            .join('\n'),
        )
      )
        .split('\n')
        .flatMap((line) => (line === '' ? [] : [line.replace(/An error occurred (.*) when .*: /, '$1 ')]));
    expect(await told('', '--no-sign-request')).toEqual([
      '(MissingAuthenticationTokenException) Missing Authentication Token',
      '(MissingAuthenticationToken) Request is missing Authentication Token',
      '(AccessDenied) Access Denied',
      '(MissingParameter) The request must contain the parameter AWSAccessKeyId',
    ]);
    expect(await told(nobody, '')).toEqual([
      '(UnrecognizedClientException) The security token included in the request is invalid.',
      '(InvalidClientTokenId) The security token included in the request is invalid.',
      '(InvalidAccessKeyId) The AWS Access Key Id you provided does not exist in our records.',
      '(AuthFailure) AWS was not able to validate the provided access credentials',
    ]);
  });

  it('of the query protocol’s services meet its names for errors as well', async () => {
    expect(
      await new Console().say("aws iam create-user --user-name 'a b'; aws kms describe-key --key-id ' '"),
    ).toMatch(
      /^\nAn error occurred \(ValidationError\) when calling the CreateUser operation: 1 validation error detected: .*\n\nAn error occurred \(NotFoundException\)/,
    );
  });

  it('open nothing in a Region that does not exist: its address leads nowhere', async () => {
    const said = await new Console().say(
      'aws kms create-key --region eu-wst-1; AWS_REGION=eu-west-11 aws cloudwatch list-metrics; aws s3 ls --region mars-1; aws kms list-keys --region eu-west-2 --query Keys',
    );
    expect(said).toBe(
      [
        '\nCould not connect to the endpoint URL: "https://kms.eu-wst-1.amazonaws.com/"\n',
        '\nCould not connect to the endpoint URL: "https://monitoring.eu-west-11.amazonaws.com/"\n',
        '\nCould not connect to the endpoint URL: "https://s3.mars-1.amazonaws.com/"\n',
        '[]\n',
      ].join(''),
    );
  });

  it('of a role are exported as in life, and are nobody’s without their session token', async () => {
    const console = await withRole();
    const said = await console.say(
      [
        'CREDS=$(aws sts assume-role --role-arn arn:aws:iam::111122223333:role/reader --role-session-name by-hand)',
        'export AWS_ACCESS_KEY_ID=$(echo "$CREDS" | jq -r .Credentials.AccessKeyId)',
        'export AWS_SECRET_ACCESS_KEY=$(echo "$CREDS" | jq -r .Credentials.SecretAccessKey)',
        WHO,
        'export AWS_SESSION_TOKEN=$(echo "$CREDS" | jq -r .Credentials.SessionToken)',
        WHO,
        'unset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN',
        WHO,
      ].join('\n'),
    );
    expect(said).toBe(
      '\nAn error occurred (InvalidClientTokenId) when calling the GetCallerIdentity operation: The security token included in the request is invalid.\n' +
        'arn:aws:sts::111122223333:assumed-role/reader/by-hand\narn:aws:iam::111122223333:user/student\n',
    );
  });

  it('of a role are kept until a quarter of an hour before they expire', async () => {
    const console = await withRole();
    const requests = async () => (await console.run(`${WHO} --profile reader`)).statements[0]?.seqs.length;
    expect([await requests(), await requests()]).toEqual([2, 1]);
    await console.run('sleep 44m');
    expect(await requests()).toBe(1);
    await console.run('sleep 2m');
    expect([await requests(), await requests()]).toEqual([2, 1]);
  });

  it('follow chains of roles, and say where a chain leads nowhere', async () => {
    const console = await withRole();
    await console.run(
      [
        `aws iam create-role --role-name second --assume-role-policy-document '${TRUST}'`,
        `aws iam put-role-policy --role-name reader --policy-name p --policy-document '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"*"}}'`,
        'for p in second:reader lost:nowhere a:b b:a; do',
        '  aws configure set role_arn arn:aws:iam::111122223333:role/second --profile ${p%:*}',
        '  aws configure set source_profile ${p#*:} --profile ${p%:*}',
        '  aws configure set role_session_name s-${p%:*} --profile ${p%:*}',
        'done',
      ].join('\n'),
    );
    expect(await console.say(`${WHO} --profile second`)).toBe(
      'arn:aws:sts::111122223333:assumed-role/second/s-second\n',
    );
    expect(await console.say(`${WHO} --profile lost`)).toBe(
      '\nThe source profile "nowhere" referenced in the profile "lost" does not exist\n',
    );
    expect(await console.say(`${WHO} --profile a`)).toBe(
      "\nInfinite loop in credential configuration detected. Attempting to load from profile a which has already been visited. Visited profiles: ['a', 'b']\n",
    );
  });

  it('are refused as the role is: the error names the operation that asked', async () => {
    const console = new Console();
    await console.run(
      'aws configure set role_arn arn:aws:iam::111122223333:role/none --profile p; aws configure set source_profile default --profile p',
    );
    expect(await console.say(`${WHO} --profile p`)).toMatch(
      /^\nAn error occurred \(AccessDenied\) when calling the AssumeRole operation: /,
    );
  });
});
