import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Cloud, HOME_ACCESS_KEY, HOME_ACCOUNT } from '../../lib/cloud';
import { opsPerSecond } from './measure';
import type { Growth } from './report';
import { benchCloud, CONTEXT, call, createKeys, START_MS } from './world';

const Plaintext = new Uint8Array(32);
const GRANTS = [0, 1000, 50_000] as const;
const ALIASES = [1, 1000, 50_000] as const;
const COMMITS = [10_000, 100_000, 1_000_000] as const;

/** A key takes 500 grants for one principal at the most; stay clear of that. */
const PER_PRINCIPAL = 400;

/** Decrypt by a role that one grant allows, with more and more grants for others on the same key. */
export function grantGrowth(): Growth[] {
  const rates = GRANTS.map((count) => opsPerSecond(grantee(count)));
  return ratios('Decrypt by grants on the key', GRANTS, rates);
}

function grantee(others: number): () => void {
  const cloud = benchCloud();
  const [KeyId = ''] = createKeys(cloud, 1);
  const iam = (operation: string, input: Record<string, unknown>) =>
    call(cloud, operation, input, { service: 'iam' });
  const role = (RoleName: string) => iam('CreateRole', { RoleName, AssumeRolePolicyDocument: TRUST });
  role('caller');
  for (let i = 0; i < others; i += PER_PRINCIPAL) role(`other-${i}`);
  const arnOf = (name: string) => `arn:aws:iam::${HOME_ACCOUNT}:role/${name}`;
  const grant = (name: string) =>
    call(cloud, 'CreateGrant', { KeyId, GranteePrincipal: arnOf(name), Operations: ['Decrypt'] });
  // The caller's own is one of them: a key takes no more than the largest number.
  for (let i = 1; i < others; i++) grant(`other-${i - (i % PER_PRINCIPAL)}`);
  grant('caller');
  cloud.advanceTo(cloud.world.nowMs + 3_600_000);
  const { Credentials } = call(
    cloud,
    'AssumeRole',
    { RoleArn: arnOf('caller'), RoleSessionName: 'bench', DurationSeconds: 3600 },
    { service: 'sts' },
  ) as { Credentials: { AccessKeyId: string } };
  const { CiphertextBlob } = call(cloud, 'Encrypt', { KeyId, Plaintext, EncryptionContext: CONTEXT });
  const input = { CiphertextBlob, EncryptionContext: CONTEXT };
  return () => void call(cloud, 'Decrypt', input, { credentials: Credentials.AccessKeyId });
}

const TRUST = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { AWS: HOME_ACCOUNT }, Action: 'sts:AssumeRole' }],
});

/** Encrypt by an alias, with more and more aliases in the Region, 50 to a key. */
export function aliasGrowth(): Growth[] {
  const rates = ALIASES.map((count) => {
    const cloud = benchCloud();
    const keys = createKeys(cloud, Math.ceil(count / 50));
    for (let i = 0; i < count; i++) {
      call(cloud, 'CreateAlias', { AliasName: `alias/a${i}`, TargetKeyId: keys[i % keys.length] });
    }
    const input = { KeyId: `alias/a${count - 1}`, Plaintext, EncryptionContext: CONTEXT };
    return opsPerSecond(() => void call(cloud, 'Encrypt', input));
  });
  return ratios('Encrypt by aliases', ALIASES, rates);
}

/** Decrypt and memory as the log grows; the log keeps what its options say and folds the rest. */
export function logGrowth(): Growth[] {
  const cloud = new Cloud({ seed: 'bench', startMs: START_MS, quotas: false });
  const [KeyId = ''] = createKeys(cloud, 1);
  const { CiphertextBlob } = call(cloud, 'Encrypt', { KeyId, Plaintext, EncryptionContext: CONTEXT });
  const input = { CiphertextBlob, EncryptionContext: CONTEXT };
  const write = {
    service: 'kms',
    operation: 'UpdateKeyDescription',
    region: 'eu-west-1',
    credentials: HOME_ACCESS_KEY,
  };
  const rates: number[] = [];
  const megabytes: number[] = [];
  for (const size of COMMITS) {
    while (cloud.world.log.head < size) {
      cloud.send({ ...write, input: { KeyId, Description: `turn ${cloud.world.log.head}` } });
    }
    megabytes.push(usedMegabytes());
    // What is measured is committed too: in a world of its own, or the next size would be reached without a write.
    const fork = cloud.fork();
    rates.push(opsPerSecond(() => void call(fork, 'Decrypt', input)));
  }
  return [...ratios('Decrypt by commits', COMMITS, rates), ...memory(megabytes)];
}

function memory(megabytes: readonly number[]): Growth[] {
  const [from, to] = [COMMITS[1], COMMITS[2]];
  const [, before = Number.NaN, after = Number.NaN] = megabytes;
  const unit = `times the memory (${before.toFixed(0)} MB, then ${after.toFixed(0)} MB)`;
  return [{ name: 'Memory by commits', from, to, ratio: after / before, unit }];
}

/** After a garbage collection, which Node does on demand when told so. */
function usedMegabytes(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

function ratios(name: string, sizes: readonly number[], rates: readonly number[]): Growth[] {
  const [from = 0] = sizes;
  const [first = Number.NaN] = rates;
  return sizes.slice(1).map((to, i) => {
    const now = rates[i + 1] ?? Number.NaN;
    return { name, from, to, ratio: first / now, unit: `times slower (${Math.round(now)}/s)` };
  });
}
