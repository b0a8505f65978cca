import { parseArgs } from 'node:util';
import { startEndpoint } from './endpoint/server';
import { say } from './say';

const USAGE = `Usage: npm run --silent endpoint -- [--port N] [--quotas] [--seed TEXT]

Serves the lab at http://127.0.0.1:N (4599 where left out; 0 lets the system choose) to the AWS CLI and SDKs:
KMS, DynamoDB, CloudTrail, Organizations, Secrets Manager, Parameter Store, CloudWatch with its logs and Service Quotas in
AWS JSON, IAM and STS in the query protocol.
  --quotas   request-rate quotas are on from the start
  --seed     the same seed and the same requests give the same keys
Beside AWS: POST /_lab/reset, /_lab/clock {"advanceSeconds": 60}, /_lab/quotas {"enabled": true}`;

const options = {
  port: { type: 'string', default: '4599' },
  quotas: { type: 'boolean', default: false },
  seed: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

function readOptions() {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    return giveUp(error instanceof Error ? error.message : String(error));
  }
}

function giveUp(why: string): never {
  console.error(`endpoint: ${why}`);
  process.exit(2);
}

const { port: wanted, quotas, seed, help } = readOptions();
if (help) {
  say(USAGE);
} else {
  const port = Number(wanted);
  if (!/^\d{1,5}$/.test(wanted) || port > 65_535) {
    giveUp(`--port wants a number from 0 to 65535, found ${wanted}`);
  }
  startEndpoint({ port, quotas, seed: seed ?? `endpoint-${Date.now()}` });
}
