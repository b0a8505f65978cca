import { beforeEach, describe, expect, it } from 'vitest';
import { northwind, type Terminal } from './programs.testkit';

let terminal: Terminal;
beforeEach(async () => {
  terminal = await northwind();
});

const THROTTLED =
  'ThrottlingException: You have exceeded the rate at which you may call KMS. Reduce the frequency of your calls.';

/** The commits of a service's operations since a moment, in short. */
function since(seq: number): readonly string[] {
  return terminal.cloud.world.log
    .since(seq)
    .filter(({ parent }) => parent === undefined)
    .map(({ request, outcome }) => {
      const who = outcome.audit.principal?.arn.split('/').slice(1).join('/') ?? 'nobody';
      return `${who} ${request.operation} ${request.region} ${outcome.refusal?.name ?? 'ok'}`;
    });
}

async function adoptMultiRegionKey(): Promise<string> {
  const id = (
    await terminal.must('aws kms create-key --multi-region --query KeyMetadata.KeyId --output text')
  ).trim();
  await terminal.must(`aws kms replicate-key --key-id ${id} --replica-region eu-central-1`);
  await terminal.must('lab clock +30s');
  for (const region of ['eu-west-1', 'eu-central-1']) {
    await terminal.must(
      `aws kms create-alias --alias-name alias/pan-mr --target-key-id ${id} --region ${region}`,
    );
    await terminal.must(`orders config --key alias/pan-mr --region ${region}`);
  }
  return id;
}

describe('orders', () => {
  it('reads where the key is, with one GetItem and one Decrypt of its own role', async () => {
    const seq = terminal.cloud.world.log.head;
    expect(await terminal.must('orders get --id 1')).toBe(
      'order 1 read in eu-west-1: tenant acme, card 411111******1111\n',
    );
    expect(since(seq)).toEqual([
      'payments-app/drill GetItem eu-west-1 ok',
      'payments-app/drill Decrypt eu-west-1 ok',
    ]);
  });

  it('lists in both Regions without asking KMS, which is why every dashboard is green', async () => {
    const seq = terminal.cloud.world.log.head;
    expect(await terminal.must('orders list --region eu-central-1')).toBe(
      '3 orders in eu-central-1\n' +
        ['1', '2', '3'].map((id) => `  ${id}      acme       captured   v1\n`).join(''),
    );
    expect(since(seq)).toEqual(['payments-app/drill Scan eu-central-1 ok']);
  });

  it('cannot read where the bytes are and the key is not', async () => {
    const { stdout, stderr, exitCode } = await terminal.run('orders get --id 1 --region eu-central-1');
    expect([stdout, stderr, exitCode]).toEqual([
      '',
      'orders: order 1 cannot be read in eu-central-1\n' +
        'Decrypt: AccessDeniedException: User: arn:aws:sts::111122223333:assumed-role/payments-app/drill is not authorized to perform: kms:Decrypt on the resource associated with this ciphertext because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access\n',
      1,
    ]);
  });

  it('stores under a multi-Region key what the other Region can read', async () => {
    await adoptMultiRegionKey();
    await terminal.must('orders put --id 10 --pan 5500000000000004 --tenant globex');
    await terminal.must('lab clock +5s');
    expect(await terminal.must('orders get --id 10 --region eu-central-1')).toBe(
      'order 10 read in eu-central-1: tenant globex, card 550000******0004\n',
    );
  });

  it('says what it misses', async () => {
    const said = async (words: string) => (await terminal.run(words)).stderr;
    expect(await said('orders get --id 99')).toBe(
      'orders: order 99 cannot be read in eu-west-1\norders: no order 99 in eu-west-1\n',
    );
    expect(await said('orders put --id 9 --pan 4111-1111')).toBe(
      'orders put: expected --pan to be a card number of 12 to 19 digits, found 4111-1111.\n',
    );
    expect(await said('orders put --id 9 --pan 4111111111111111 --region us-east-1')).toBe(
      'orders: order 9 cannot be stored in us-east-1\nno KMS key is configured for us-east-1: orders config --key alias/NAME --region us-east-1\n',
    );
    expect(await said('orders refund')).toBe('orders: expected put, get, list or config, found refund.\n');
  });
});

describe('backfill', () => {
  it('plans with every sum in view', async () => {
    await adoptMultiRegionKey();
    expect(await terminal.must('backfill --rate 309 --plan')).toBe(
      [
        'orders in eu-west-1: 3 real items to re-encrypt under alias/pan-mr, 0 already done',
        'each real item stands for 80,000,000: 3 x 80,000,000 = 240,000,000 items',
        'pool: 100,000/s of symmetric requests, production takes 12,000/s, headroom 88,000/s',
        'rate 309/s fits into the headroom',
        'duration: 240,000,000 / 309 = 776,700 s = 9 days',
        '',
      ].join('\n'),
    );
  });

  it('makes old orders readable in both Regions and moves the clock by items over rate', async () => {
    await adoptMultiRegionKey();
    const before = terminal.cloud.world.nowMs;
    const said = await terminal.must('backfill --rate 20000');
    expect(said.split('\n').slice(5)).toEqual([
      '1/3  33 % order 1: 1 real ReEncrypt stands for 80,000,000, 1 hour 7 minutes',
      '2/3  66 % order 2: 1 real ReEncrypt stands for 80,000,000, 1 hour 7 minutes',
      '3/3 100 % order 3: 1 real ReEncrypt stands for 80,000,000, 1 hour 7 minutes',
      'done: 3 re-encrypted, 0 left alone',
      '',
    ]);
    expect(terminal.cloud.world.nowMs - before).toBe(12_000_000 + 1_000);
    for (const region of ['eu-west-1', 'eu-central-1']) {
      expect(await terminal.must(`orders get --id 2 --region ${region}`)).toBe(
        `order 2 read in ${region}: tenant acme, card 411111******1111\n`,
      );
    }
  });

  it('goes on where it was stopped, and does nothing twice', async () => {
    await adoptMultiRegionKey();
    const seq = terminal.cloud.world.log.head;
    await terminal.must('backfill --rate 20000');
    // As if it had been stopped after the first item.
    const first = terminal.cloud.world.log
      .since(seq)
      .find(({ request }) => request.operation === 'ReportLoad');
    terminal.cloud.world.rewind(first?.seq ?? 0);
    expect((await terminal.must('backfill --rate 20000')).split('\n')[0]).toBe(
      'orders in eu-west-1: 2 real items to re-encrypt under alias/pan-mr, 1 already done',
    );
    expect(await terminal.must('backfill --rate 20000')).toBe(
      'nothing to do: all 3 real items carry v2 already\n',
    );
  });

  it('above the headroom throttles production, which a real call of the application meets', async () => {
    await adoptMultiRegionKey();
    const said = await terminal.must('backfill --rate 113000');
    expect(said).toContain(
      'rate 113,000/s does not fit: 2,400/s of production is throttled, 90,400/s of the backfill gets through',
    );
    expect(said).toContain(`production: 2,400/s throttled; one of its Decrypt calls now: ${THROTTLED}`);
    const met = terminal.cloud.world.log
      .since(0)
      .filter(({ request, outcome }) => request.operation === 'Decrypt' && outcome.refusal);
    expect(met.map(({ outcome }) => outcome.refusal?.name)).toEqual(Array(3).fill('ThrottlingException'));
    expect((await terminal.must('orders list')).match(/v2/g)).toHaveLength(3);
  });

  it('cannot run where the old key is not', async () => {
    await adoptMultiRegionKey();
    const { stderr, exitCode } = await terminal.run('backfill --rate 20000 --region eu-central-1');
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^backfill: stopped; what is done stays done\nReEncrypt: AccessDeniedException: /);
  });

  it('under a single-Region key leaves the version flag, because nothing is gained', async () => {
    await terminal.must('backfill --rate 20000 --to alias/pan-field');
    expect((await terminal.must('orders list')).match(/v1/g)).toHaveLength(3);
  });
});

describe('lab', () => {
  it('shows and sets traffic, load and scale', async () => {
    expect(await terminal.must('lab traffic eu-west-1 drained')).toBe('eu-west-1 is drained at 09:52\n');
    expect(await terminal.must('lab traffic eu-central-1 serving')).toBe(
      'eu-central-1 is serving at 09:52\n',
    );
    expect(await terminal.must('lab load --region eu-central-1')).toBe(
      'eu-central-1: production sends 12,000 of 20,000 KMS requests a second (60 %)\n',
    );
    expect(await terminal.must('lab scale orders')).toMatch(
      /^orders: 240,00\d,\d{3} items, 3,000,000 more each day; 3 real ones stand for 80,000,000 each\n$/,
    );
  });

  it('moves the clock forward only', async () => {
    expect(await terminal.must('lab clock 10:00')).toMatch(
      /^2026-12-01T10:00:00Z, \d+ minutes \d+ seconds later\n$/,
    );
    expect((await terminal.run('lab clock 2026-12-01T09:00:00Z')).stderr).toBe(
      'lab clock: expected a moment after 2026-12-01T10:00:01Z, found 2026-12-01T09:00:00Z.\n',
    );
    expect((await terminal.run('lab clock yesterday')).stderr).toMatch(
      /^lab clock: expected .*; found yesterday\.\n$/,
    );
  });

  it('says what it knows when it is asked nothing', async () => {
    expect(await terminal.run(['lab'])).toMatchObject({ exitCode: 2, stdout: '' });
    expect((await terminal.run('lab --help')).stdout).toMatch(/usage: lab clock/);
  });
});
