import type { ApiRequest } from '../../aws';
import { utf8ToBytes } from '../../base';
import { Cloud, HOME_ACCESS_KEY, HOME_ACCOUNT } from '../../cloud';
import type { CliFiles, CliHost, CliOutcome } from '../aws/cli-host';
import { runAws } from '../aws/command';
import { PROGRAMS, runProgram } from '.';

const CONFIG = `[default]
region = eu-west-1
[profile payments-app]
role_arn = arn:aws:iam::${HOME_ACCOUNT}:role/payments-app
source_profile = default
role_session_name = drill
region = eu-west-1
`;
const CREDENTIALS = `[default]
aws_access_key_id = ${HOME_ACCESS_KEY}
aws_secret_access_key = secret
`;

function files(): CliFiles {
  const held = new Map([
    ['/home/student/.aws/config', utf8ToBytes(CONFIG)],
    ['/home/student/.aws/credentials', utf8ToBytes(CREDENTIALS)],
  ]);
  return {
    read: async (path) => held.get(path) ?? 'absent',
    write: async (path, bytes) => void held.set(path, utf8ToBytes(new TextDecoder().decode(bytes))),
    remove: async (path) => void held.delete(path),
    list: async () => [],
  };
}

/** A console without a shell: one command at a time, split at spaces. */
export class Terminal {
  readonly cloud = new Cloud({ seed: 'northwind', startMs: Date.UTC(2026, 11, 1, 9, 50) });
  private readonly host: CliHost;

  constructor() {
    const { cloud } = this;
    const port = {
      send: async (request: ApiRequest) => ({ ...cloud.send(request), nowMs: cloud.world.nowMs }),
      services: () => ['kms', 'dynamodb', 'iam', 'sts'],
      operations: (service: string) => Object.values(cloud.operations(service) ?? {}),
      nowMs: async () => cloud.world.nowMs,
      advance: async (ms: number) => {
        cloud.advanceTo(cloud.world.nowMs + ms);
        return cloud.world.nowMs;
      },
    };
    this.host = {
      port,
      files: files(),
      env: { HOME: '/home/student' },
      cwd: '/home/student',
      stdin: new Uint8Array(),
    };
  }

  /** @param words as the shell would split them; text is split at spaces. */
  async run(words: string | readonly string[]): Promise<CliOutcome> {
    const [name = '', ...rest] = typeof words === 'string' ? words.split(' ') : words;
    await this.host.port.advance(1_000);
    if (name === 'aws') return runAws(rest, this.host);
    const program = PROGRAMS.find((one) => one.name === name);
    if (!program) throw new Error(`no program ${name}`);
    return runProgram(program, rest, this.host);
  }

  async must(words: string | readonly string[]): Promise<string> {
    const { stdout, stderr, exitCode } = await this.run(words);
    if (exitCode !== 0) throw new Error(`${words}: ${stderr}`);
    return String(stdout);
  }
}

const TRUST = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${HOME_ACCOUNT}:root` }, Action: 'sts:AssumeRole' },
  ],
});
const PERMISSIONS = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: ['kms:*', 'dynamodb:*'], Resource: '*' }],
});

/** Northwind Pay as the story finds it, with three orders that stand for 240,000,000. */
export async function northwind(): Promise<Terminal> {
  const terminal = new Terminal();
  const region = ['--region', 'eu-west-1'];
  await terminal.must([
    'aws',
    'iam',
    'create-role',
    '--role-name',
    'payments-app',
    '--assume-role-policy-document',
    TRUST,
  ]);
  const policy = ['--role-name', 'payments-app', '--policy-name', 'orders', '--policy-document', PERMISSIONS];
  await terminal.must(['aws', 'iam', 'put-role-policy', ...policy]);
  const keyId = (await terminal.must('aws kms create-key --query KeyMetadata.KeyId --output text')).trim();
  await terminal.must([
    'aws',
    'kms',
    'create-alias',
    '--alias-name',
    'alias/pan-field',
    '--target-key-id',
    keyId,
  ]);
  await terminal.must(
    'aws dynamodb create-table --table-name orders --attribute-definitions AttributeName=id,AttributeType=S --key-schema AttributeName=id,KeyType=HASH --billing-mode PAY_PER_REQUEST --stream-specification StreamEnabled=true,StreamViewType=NEW_AND_OLD_IMAGES',
  );
  await terminal.must('lab clock +1m');
  await terminal.must(
    'aws dynamodb update-table --table-name orders --replica-updates Create={RegionName=eu-central-1}',
  );
  await terminal.must('lab clock +1m');
  await terminal.must(['orders', 'config', '--key', 'alias/pan-field', ...region]);
  await terminal.must(['orders', 'config', '--key', 'alias/pan-field', '--region', 'eu-central-1']);
  for (const id of ['1', '2', '3']) await terminal.must(`orders put --id ${id} --pan 4111111111111111`);
  await terminal.must('lab scale orders --items 240000000 --per-day 3000000');
  await terminal.must('lab load --application orders --per-second 12000');
  await terminal.must('lab traffic eu-west-1 serving');
  await terminal.must('lab traffic eu-central-1 standby');
  return terminal;
}
