import { beforeEach, describe, expect, it } from 'vitest';
import { Terminal } from './programs.testkit';

let terminal: Terminal;
beforeEach(() => {
  terminal = new Terminal();
});

const URL = 'https://xks.example.org';
const CLUSTER = 'cluster-k4xw2m7qzta';
const PROXY = `${URL}/kms/xks/v1
  answers       in 20 ms
  key managers  Active
  keys          vault-1 ENABLED, vault-2 ENABLED
  credentials   AccessKeyId=ABCDEFGHIJKLMNOPQRST,RawSecretAccessKey=lab/external/key/store/proxy/secret/access+key
`;
const said = async (words: string) => (await terminal.run(words)).stderr;

describe('lab xks', () => {
  it('sets up a proxy that a key store connects to, and shows it', async () => {
    expect(await terminal.must('lab xks')).toBe('No external key store proxy runs in this lab.\n');
    expect(await terminal.must(`lab xks ${URL} --keys vault-1,vault-2`)).toBe(PROXY);
    expect(await terminal.must('lab xks')).toBe(PROXY);
    const credential = PROXY.split('credentials   ')[1]?.trim();
    await terminal.must(
      `aws kms create-custom-key-store --custom-key-store-name ours --custom-key-store-type EXTERNAL_KEY_STORE --xks-proxy-connectivity PUBLIC_ENDPOINT --xks-proxy-uri-endpoint ${URL} --xks-proxy-uri-path /kms/xks/v1 --xks-proxy-authentication-credential ${credential}`,
    );
  });

  it('changes what is named of a proxy and leaves the rest', async () => {
    await terminal.must(`lab xks ${URL} --keys vault-1,vault-2`);
    expect(
      await terminal.must(`lab xks ${URL} --latency 400ms,20ms --managers Degraded --disable vault-2`),
    ).toBe(
      PROXY.replace('20 ms', '400 ms, then 20 ms')
        .replace('Active', 'Degraded')
        .replace('vault-2 ENABLED', 'vault-2 DISABLED'),
    );
    await terminal.must(`lab xks ${URL} --latency 20ms --managers Active --enable vault-2`);
    expect(await terminal.must(`lab xks ${URL} --refusal ThrottlingException`)).toBe(
      PROXY.replace('in 20 ms', 'in 20 ms with ThrottlingException'),
    );
    await terminal.must(`lab xks ${URL} --refusal None --keys vault-1,vault-2`);
    expect(await terminal.must(`lab xks ${URL} --down`)).toBe(
      PROXY.replace('in 20 ms', 'nothing: the proxy is down'),
    );
    expect(await terminal.must(`lab xks ${URL} --up`)).toBe(PROXY);
  });

  it('says what it expected', async () => {
    expect(await said(`lab xks ${URL}`)).toBe(
      `lab xks: expected a proxy that runs, found none at ${URL}. Set one up: lab xks ${URL} --keys ID\n`,
    );
    expect(await said(`lab xks ${URL} --down`)).toContain('expected --keys ID,ID to set up a new proxy');
    expect(await said('lab xks xks.example.org --keys a')).toContain('expected https:// and a host name');
    await terminal.must(`lab xks ${URL} --keys vault-1`);
    expect(await said(`lab xks ${URL} --disable vault-9`)).toBe(
      'lab xks: expected one of vault-1, found vault-9.\n',
    );
    expect(await said(`lab xks ${URL} --down --up`)).toBe('lab xks: expected --down or --up, found both.\n');
    expect(await said(`lab xks ${URL} --latency slow`)).toContain('expected --latency to be a time');
  });
});

describe('lab cluster', () => {
  const SOUND = `${CLUSTER} ACTIVE
  active HSMs   2: eu-west-1a, eu-west-1b
  kmsuser       READY, password kmsPswd
`;

  it('makes a cluster of two HSMs, takes HSMs away and gives them back', async () => {
    expect(await terminal.must('lab cluster')).toBe('No CloudHSM cluster is in eu-west-1.\n');
    expect(await terminal.must(`lab cluster ${CLUSTER} --new`)).toBe(SOUND);
    expect(await terminal.must(`lab cluster ${CLUSTER} --hsms none --unreachable`)).toBe(
      SOUND.replace('ACTIVE', 'ACTIVE, cannot be reached').replace('2: eu-west-1a, eu-west-1b', '0'),
    );
    expect(await terminal.must(`lab cluster ${CLUSTER} --hsms eu-west-1a,eu-west-1b --reachable`)).toBe(
      SOUND,
    );
    expect(await terminal.must('lab cluster')).toBe(SOUND);
    expect(await terminal.must(`lab cluster ${CLUSTER} --kmsuser LOCKED_OUT --password other-secret`)).toBe(
      SOUND.replace('READY, password kmsPswd', 'LOCKED_OUT, password other-secret'),
    );
    expect(await terminal.must(`lab cluster ${CLUSTER} --certificate`)).toBe(
      `-----BEGIN CERTIFICATE-----\n${CLUSTER}\n-----END CERTIFICATE-----\n`,
    );
  });

  it('says what it expected', async () => {
    expect(await said(`lab cluster ${CLUSTER}`)).toBe(
      `lab cluster: expected a cluster in eu-west-1, found no ${CLUSTER}. Make one: lab cluster ${CLUSTER} --new\n`,
    );
    await terminal.must(`lab cluster ${CLUSTER} --new`);
    expect(await said(`lab cluster ${CLUSTER} --new`)).toContain('expected a new id after --new');
    expect(await said(`lab cluster ${CLUSTER} --reachable --unreachable`)).toContain('found both');
  });
});
