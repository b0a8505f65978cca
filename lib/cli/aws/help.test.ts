import { describe, expect, it } from 'vitest';
import { Console } from '../shell/console.testkit';
import { CLI_VERSION } from './command';

const console = new Console();

describe('help of the aws command', () => {
  it('names every service, every operation and every flag', async () => {
    const main = await console.say('aws help');
    for (const word of ['--region', 'o kms', 'o s3api', 'o configure', 'GLOBAL OPTIONS'])
      expect(main).toContain(word);
    const service = await console.say('aws kms help');
    for (const word of ['o encrypt\n', 'o re-encrypt\n', 'AVAILABLE COMMANDS'])
      expect(service).toContain(word);
    expect(await console.say('aws dynamodb wait help')).toContain('o table-exists\n');
    expect(await console.say('aws s3 help')).toContain('o cp\n');
    expect(await console.say('aws configure help')).toContain('o list-profiles\n');
  });

  it('says of an operation what it takes, within which limits, and what it answers', async () => {
    expect((await console.say('aws kms schedule-key-deletion help')).split('\n').slice(8, 23)).toEqual([
      'SYNOPSIS',
      '         schedule-key-deletion',
      '         --key-id <value>',
      '         [--pending-window-in-days <value>]',
      '         [--cli-input-json <value>]',
      '         [--cli-input-yaml <value>]',
      '         [--generate-cli-skeleton <value>]',
      '',
      'OPTIONS',
      '       --key-id (string) [required]',
      '          Constraints: min: 1, max: 2048',
      '',
      '       --pending-window-in-days (integer)',
      '          Constraints: min: 1, max: 365',
      '',
    ]);
    const help = await console.say('aws kms create-key help');
    for (const word of [
      '[--multi-region | --no-multi-region]',
      '--tags (list)',
      'TagKey=string,TagValue=string ...',
      'o RSA_2048',
      'max: 8192',
    ]) {
      expect(help).toContain(word);
    }
    expect(await console.say('aws s3api get-object help')).toContain('<outfile>');
    expect(await console.say('aws kms list-keys help')).toContain('is a paginated operation');
  });

  it('takes no time and sends nothing', async () => {
    const before = console.cloud.world.log.head;
    const { statements } = await console.run('aws kms encrypt help; aws help; aws --version');
    expect(statements.map(({ exitCode, seqs }) => [exitCode, seqs.length])).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
    expect(statements.at(-1)?.stdout).toBe(`${CLI_VERSION}\n`);
    expect(console.cloud.world.log.head).toBe(before);
  });
});

describe('waiters', () => {
  it('ask until it is so, on the lab’s clock', async () => {
    const lab = new Console();
    const create =
      'aws dynamodb create-table --table-name things --attribute-definitions AttributeName=id,AttributeType=S --key-schema AttributeName=id,KeyType=HASH --billing-mode PAY_PER_REQUEST --query TableDescription.TableStatus --output text';
    expect(
      await lab.say(
        `${create}; aws dynamodb wait table-exists --table-name things; aws dynamodb describe-table --table-name things --query Table.TableStatus --output text`,
      ),
    ).toBe('CREATING\nACTIVE\n');
    const { statements } = await lab.run(
      'aws dynamodb wait table-exists --table-name none; aws dynamodb wait table-frob; aws dynamodb wait table-not-exists --table-name none',
    );
    expect(statements.map(({ exitCode }) => exitCode)).toEqual([255, 252, 0]);
    expect(statements[0]?.stderr).toBe('\nWaiter TableExists failed: Max attempts exceeded\n');
    expect(statements[0]?.seqs.length).toBe(25);
  });
});
