import { describe, expect, it } from 'vitest';
import { cloudPort } from '../cloud-port';
import { complete } from '../complete';
import { Console } from '../shell/console.testkit';

const console = new Console();
const port = cloudPort(console.cloud);

/** The suggestions at the end of a line. */
function at(line: string): readonly string[] {
  const { options } = complete(line, line.length, { port, snapshot: console.shell });
  return options.map(({ text }) => text);
}

describe('completion', () => {
  it('knows commands, functions of the shell among them', async () => {
    await console.run(
      'awful() { :; }; echo a > "a b.txt"; mkdir -p docs/deep; echo > docs/note.md; aws configure set region x --profile audit; MY_KEY=1',
    );
    expect(at('aw')).toEqual(['awful', 'awk', 'aws']);
    expect(at('ls | aw')).toEqual(['awful', 'awk', 'aws']);
    expect(at('echo $(aw')).toEqual(['awful', 'awk', 'aws']);
    expect(at('cat x; xx')).toEqual(['xxd']);
    expect(at('AWS_PROFILE=x aw')).toEqual(['awful', 'awk', 'aws']);
    expect(at('lab from 198.51.100.7 aw')).toEqual(['awful', 'awk', 'aws']);
    expect(at('lab from 198.51.100.7 aws kms decry')).toEqual(['decrypt']);
  });

  it('knows services, operations and subcommands', () => {
    expect(at('aws ')).toEqual([
      'accessanalyzer',
      'cloudtrail',
      'cloudwatch',
      'dynamodb',
      'ec2',
      'iam',
      'kms',
      'lambda',
      'logs',
      'organizations',
      'rds',
      's3api',
      'secretsmanager',
      'service-quotas',
      'sns',
      'sqs',
      'ssm',
      'sts',
      's3',
      'configure',
      'help',
    ]);
    expect(at('aws k')).toEqual(['kms']);
    expect(at('aws kms describe-')).toContain('describe-key');
    expect(at('aws --region eu-west-1 kms enab')).toEqual(['enable-key', 'enable-key-rotation']);
    expect(at('aws configure li')).toEqual(['list', 'list-profiles']);
    expect(at('aws s3 r')).toEqual(['rb', 'rm']);
    expect(at('aws kmz ')).toEqual([]);
  });

  it('knows the flags of an operation and leaves out those that stand there already', () => {
    expect(at('aws kms describe-key --k')).toEqual(['--key-id']);
    expect(at('aws kms describe-key --key-id x --k')).toEqual([]);
    expect(at('aws kms create-key --m')).toEqual(['--multi-region']);
    expect(at('aws kms create-key --no-m')).toEqual(['--no-multi-region']);
    expect(at('aws kms list-keys --pa')).toEqual(['--page-size']);
    expect(at('aws --ou')).toEqual(['--output']);
  });

  it('knows values: enumerations, Regions, profiles, formats', () => {
    expect(at('aws kms create-key --key-usage ')).toContain('SIGN_VERIFY');
    expect(at('aws kms create-key --key-usage G')).toEqual(['GENERATE_VERIFY_MAC']);
    expect(at('aws kms list-keys --region eu-c')).toEqual(['eu-central-1', 'eu-central-2']);
    expect(at('aws kms replicate-key --replica-region us-e')).toEqual(['us-east-1', 'us-east-2']);
    expect(at('aws kms list-keys --profile ')).toEqual(['default', 'audit']);
    expect(at('aws kms list-keys --output ')).toEqual(['json', 'text', 'table', 'yaml', 'yaml-stream']);
    expect(at('aws kms create-grant --operations Dec')).toEqual(['Decrypt', 'Decapsulate']);
  });

  it('knows files, behind fileb:// too, and variables', () => {
    expect(at('cat ')).toEqual(['a\\ b.txt', 'docs/']);
    expect(at('cat docs/')).toEqual(['docs/deep/', 'docs/note.md']);
    expect(at('cat ~/do')).toEqual(['~/docs/']);
    expect(at('cat .a')).toEqual(['.aws/']);
    expect(at('aws kms encrypt --plaintext f')).toEqual(['fileb://', 'file://']);
    expect(at('aws kms encrypt --plaintext fileb://docs/n')).toEqual(['fileb://docs/note.md']);
    expect(at('echo $MY')).toEqual(['$MY_KEY']);
  });

  it('says what part of the line a suggestion takes the place of', () => {
    const line = 'aws kms describe-k --key-id x';
    const { from, to, options } = complete(line, 'aws kms describe-k'.length, {
      port,
      snapshot: console.shell,
    });
    expect([from, to, options[0]?.text]).toEqual([8, 18, 'describe-key']);
  });
});
