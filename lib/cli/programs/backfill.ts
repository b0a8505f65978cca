import { type BackfillPlan, durationWords, grouped, planBackfill } from '../../cloud';
import type { CliHost } from '../aws/cli-host';
import { type Line, needed, programError, readLine, wholeNumber } from './flags';
import { exceptionLine, openSigner, type Signer } from './lab-requests';
import { byId, type Order, orderOf, PROFILE, wrappingVersion } from './orders';
import type { Program } from './program';

const OF = 'backfill';

/**
 * Re-encrypts the data keys of old orders, one ReEncrypt each. The card number itself is not touched. Items that
 * carry the new version are skipped, so it may be stopped and started again.
 */
export const backfill: Program = {
  name: OF,
  about: "Re-encrypts the data keys of a table's old items under another KMS key.",
  usage: [
    'usage: backfill --rate N [--to KEY] [--table orders] [--region REGION] [--profile PROFILE]',
    '       backfill --rate N --plan',
  ].join('\n'),
  run: async (words, host) => {
    const line = readLine(words, {
      of: OF,
      values: {
        '--rate': 'N',
        '--to': 'KEY',
        '--table': 'NAME',
        '--region': 'REGION',
        '--profile': 'PROFILE',
      },
      switches: ['--plan'],
    });
    const job = await prepare(line, host);
    return line.switches.has('--plan') ? planText(job) : work(job);
  },
};

interface Job {
  readonly host: CliHost;
  readonly signer: Signer;
  readonly table: string;
  readonly to: string;
  /** The new key's version flag. */
  readonly version: 1 | 2;
  /** Real items still to do, in the order in which they are done. */
  readonly todo: readonly Order[];
  readonly done: number;
  /** How many items each real one stands for. */
  readonly represents: number;
  readonly plan: BackfillPlan;
}

async function prepare(line: Line, host: CliHost): Promise<Job> {
  const rate = wholeNumber(needed(line, OF, '--rate', 'N'), OF, '--rate');
  const table = line.flags.get('--table') ?? 'orders';
  const { flags } = line;
  const options = {
    region: flags.get('--region'),
    profile: flags.get('--profile'),
    userAgent: 'backfill/1.0',
  };
  const signer = await openSigner(host, options);
  const to = flags.get('--to') ?? (await applicationKey(signer));
  const { KeyMetadata } = await signer.send('kms', 'DescribeKey', { KeyId: to });
  const version = wrappingVersion(String((KeyMetadata as { readonly Arn?: string }).Arn));
  const { Items } = await signer.send('dynamodb', 'Scan', { TableName: table });
  const all = (Items as readonly unknown[]).map(orderOf).sort(byId);
  const todo = all.filter(({ v }) => v < 2);
  const scale = await signer.send('lab', 'DescribeTableScale', { TableName: table });
  const load = await signer.send('lab', 'DescribeLoad', {});
  const { Offered } = load.Production as { readonly Offered: number };
  const represents = Number(scale.Represents);
  const pool = { perSecond: Number(load.PerSecond), production: Offered };
  const plan = planBackfill(represents * todo.length, rate, pool);
  return { host, signer, table, to, version, todo, done: all.length - todo.length, represents, plan };
}

async function applicationKey(signer: Signer): Promise<string> {
  const { output } = await signer.attempt('lab', 'DescribeApplication', { Application: 'orders' });
  const key = (output?.KeyIds as Readonly<Record<string, string>> | undefined)?.[signer.region];
  if (key !== undefined) return key;
  throw programError(`${OF}: expected --to KEY, or a key configured for the application; found neither.`);
}

/** The sums, before anything is done. */
function planText({ signer, table, to, todo, done, represents, plan }: Job): string {
  const { items, rate, admitted, seconds, perSecond, production, headroom, fits, load } = plan;
  const lines = [
    `${table} in ${signer.region}: ${todo.length} real items to re-encrypt under ${to}, ${done} already done`,
    `each real item stands for ${grouped(represents)}: ${todo.length} x ${grouped(represents)} = ${grouped(items)} items`,
    `pool: ${grouped(perSecond)}/s of symmetric requests, production takes ${grouped(production)}/s, headroom ${grouped(headroom)}/s`,
    fits
      ? `rate ${grouped(rate)}/s fits into the headroom`
      : `rate ${grouped(rate)}/s does not fit: ${grouped(load.production.throttled)}/s of production is throttled, ${grouped(admitted)}/s of the backfill gets through`,
    `duration: ${grouped(items)} / ${grouped(admitted)} = ${grouped(seconds)} s = ${durationWords(seconds)}`,
  ];
  return lines.map((one) => `${one}\n`).join('');
}

/** One real item after another; the lab's clock moves by what each stands for. */
async function work(job: Job): Promise<string> {
  const { host, signer, todo, represents, plan } = job;
  if (todo.length === 0) return `nothing to do: all ${job.done} real items carry v2 already\n`;
  const seconds = Math.max(1, Math.round(represents / Math.max(1, plan.admitted)));
  let said = planText(job);
  let moved = 0;
  for (const [index, order] of todo.entries()) {
    const outcome = await reEncrypt(job, order, said);
    await host.port.advance(seconds * 1000);
    const { Production } = await signer.send('lab', 'ReportLoad', { Seconds: seconds, Backfill: plan.rate });
    if (outcome === 'moved') moved += 1;
    said += `${progress(index + 1, todo.length)} order ${order.id}: 1 real ReEncrypt stands for ${grouped(represents)}, ${durationWords(seconds)}${outcome === 'moved' ? '' : ' (changed meanwhile, left alone)'}\n`;
    const { Throttled } = Production as { readonly Throttled: number };
    if (Throttled > 0) said += await production(job, order, Throttled);
  }
  return `${said}done: ${moved} re-encrypted, ${todo.length - moved + job.done} left alone\n`;
}

function progress(at: number, of: number): string {
  return `${String(at).padStart(String(of).length)}/${of} ${String(Math.floor((at / of) * 100)).padStart(3)} %`;
}

/** ReEncrypt, then the new wrapped data key goes into the item, unless somebody changed it meanwhile. */
async function reEncrypt(
  job: Job,
  { id, tenant, wrapped, v }: Order,
  said: string,
): Promise<'moved' | 'changed'> {
  const { signer, table, to, version } = job;
  const answer = await attempt(job, said, 'kms', 'ReEncrypt', {
    CiphertextBlob: wrapped,
    SourceEncryptionContext: { tenant },
    DestinationKeyId: to,
    DestinationEncryptionContext: { tenant },
  });
  const { refusal } = await signer.attempt('dynamodb', 'UpdateItem', {
    TableName: table,
    Key: { id: { S: id } },
    UpdateExpression: 'SET #wrapped = :wrapped, v = :new',
    ConditionExpression: 'v = :old AND #wrapped = :held',
    // WRAPPED is one of DynamoDB's reserved words.
    ExpressionAttributeNames: { '#wrapped': 'wrapped' },
    ExpressionAttributeValues: {
      ':wrapped': { B: answer.CiphertextBlob },
      ':new': { N: String(version) },
      ':old': { N: String(v) },
      ':held': { B: wrapped },
    },
  });
  if (!refusal) return 'moved';
  if (refusal.name === 'ConditionalCheckFailedException') return 'changed';
  throw programError(`${OF}: order ${id} could not be written\n${exceptionLine(refusal)}`, said);
}

/** Waits and tries again while the pool is empty, as an SDK does. */
async function attempt(
  job: Job,
  said: string,
  service: string,
  operation: string,
  input: Record<string, unknown>,
) {
  for (let tried = 1; ; tried++) {
    const { output, refusal } = await job.signer.attempt(service, operation, input);
    if (output) return output;
    if (refusal?.name !== 'ThrottlingException' || tried === 5) {
      const why = refusal ? exceptionLine(refusal) : 'no answer';
      throw programError(`${OF}: stopped; what is done stays done\n${operation}: ${why}`, said);
    }
    await job.host.port.advance(1000);
  }
}

/** What production meets in the same moment: one real call of the application. */
async function production(job: Job, { tenant, wrapped }: Order, throttled: number): Promise<string> {
  const app = await openSigner(job.host, {
    region: job.signer.region,
    profile: PROFILE,
    userAgent: 'orders/1.0',
  });
  const input = { CiphertextBlob: wrapped, EncryptionContext: { tenant } };
  const { refusal } = await app.attempt('kms', 'Decrypt', input);
  const met = refusal ? exceptionLine(refusal) : 'got through';
  return `     production: ${grouped(throttled)}/s throttled; one of its Decrypt calls now: ${met}\n`;
}
