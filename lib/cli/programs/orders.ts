import type { CliHost } from '../aws/cli-host';
import { CliError } from '../aws/errors';
import { maskedCard, openCard, sealCard } from './card-field';
import { type Line, needed, programError, readLine } from './flags';
import { exceptionLine, openSigner, type Signer } from './lab-requests';
import type { Program } from './program';

const APPLICATION = 'orders';
/** The profile the application signs with: its servers have a role of their own, whoever sits at the console. */
export const PROFILE = 'payments-app';
const TABLE = 'orders';
const TENANT = 'acme';

const where = { '--region': 'REGION', '--profile': 'PROFILE' };

/**
 * Northwind Pay's application. It encrypts the card number itself: a data key from KMS for each order, the
 * number under that data key, and in DynamoDB the encrypted number beside the wrapped data key.
 */
export const orders: Program = {
  name: 'orders',
  about: "Northwind Pay's application: orders with a card number that it encrypts itself.",
  usage: [
    'usage: orders put --id ID --pan NUMBER [--tenant NAME] [--region REGION]',
    '       orders get --id ID [--region REGION]',
    '       orders list [--region REGION]',
    '       orders config [--key KEY] [--region REGION]',
  ].join('\n'),
  run: async ([word, ...rest], host) => {
    const command = COMMANDS[word ?? ''];
    if (!command) throw programError(`orders: expected put, get, list or config, found ${word}.`);
    return command(rest, host);
  },
};

const COMMANDS: Readonly<Record<string, (words: readonly string[], host: CliHost) => Promise<string>>> = {
  put,
  get,
  list,
  config,
};

async function put(words: readonly string[], host: CliHost): Promise<string> {
  const values = { '--id': 'ID', '--pan': 'NUMBER', '--tenant': 'NAME', ...where };
  const line = readLine(words, { of: 'orders put', values });
  const id = needed(line, 'orders put', '--id', 'ID');
  const card = needed(line, 'orders put', '--pan', 'NUMBER');
  if (!/^\d{12,19}$/.test(card)) {
    throw programError(`orders put: expected --pan to be a card number of 12 to 19 digits, found ${card}.`);
  }
  const tenant = line.flags.get('--tenant') ?? TENANT;
  const app = await application(line, host);
  return saying(`orders: order ${id} cannot be stored in ${app.region}`, async () => {
    const KeyId = await configuredKey(app);
    const EncryptionContext = { tenant };
    const made = await app.send('kms', 'GenerateDataKey', { KeyId, KeySpec: 'AES_256', EncryptionContext });
    const Item = {
      id: { S: id },
      tenant: { S: tenant },
      status: { S: 'captured' },
      pan: { B: sealCard(made.Plaintext as Uint8Array, id, card) },
      wrapped: { B: made.CiphertextBlob },
      v: { N: String(wrappingVersion(String(made.KeyId))) },
    };
    await app.send('dynamodb', 'PutItem', { TableName: TABLE, Item });
    return `order ${id} stored in ${app.region}: card ${maskedCard(card)}, data key wrapped by ${made.KeyId}\n`;
  });
}

async function get(words: readonly string[], host: CliHost): Promise<string> {
  const line = readLine(words, { of: 'orders get', values: { '--id': 'ID', ...where } });
  const id = needed(line, 'orders get', '--id', 'ID');
  const app = await application(line, host);
  return saying(`orders: order ${id} cannot be read in ${app.region}`, async () => {
    const { Item } = await app.send('dynamodb', 'GetItem', { TableName: TABLE, Key: { id: { S: id } } });
    if (!Item) throw programError(`orders: no order ${id} in ${app.region}`);
    const { tenant, pan, wrapped } = orderOf(Item);
    const opened = await app.send('kms', 'Decrypt', {
      CiphertextBlob: wrapped,
      EncryptionContext: { tenant },
    });
    const card = openCard(opened.Plaintext as Uint8Array, id, pan);
    if (card === undefined) throw programError(`orders: order ${id} was changed after it was encrypted`);
    return `order ${id} read in ${app.region}: tenant ${tenant}, card ${maskedCard(card)}\n`;
  });
}

/** What needs no card number: the list never asks KMS. */
async function list(words: readonly string[], host: CliHost): Promise<string> {
  const app = await application(readLine(words, { of: 'orders list', values: where }), host);
  return saying(`orders: orders cannot be listed in ${app.region}`, async () => {
    const { Items } = await app.send('dynamodb', 'Scan', { TableName: TABLE });
    const rows = ((Items as readonly unknown[] | undefined) ?? []).map(orderOf).sort(byId);
    const lines = rows.map(
      ({ id, tenant, status, v }) => `  ${id.padEnd(6)} ${tenant.padEnd(10)} ${status.padEnd(10)} v${v}`,
    );
    return `${rows.length} orders in ${app.region}\n${lines.map((row) => `${row}\n`).join('')}`;
  });
}

/** Deployed by whoever sits at the console. */
async function config(words: readonly string[], host: CliHost): Promise<string> {
  const line = readLine(words, { of: 'orders config', values: { '--key': 'KEY', ...where } });
  const signer = await openSigner(host, { ...optionsOf(line), profile: line.flags.get('--profile') });
  const key = line.flags.get('--key');
  const about = { Application: APPLICATION };
  const { KeyIds } =
    key === undefined
      ? await signer.send('lab', 'DescribeApplication', about)
      : await signer.send('lab', 'SetApplicationKey', { ...about, KeyId: key });
  const rows = Object.entries(KeyIds as Readonly<Record<string, string>>);
  return rows.map(([region, keyId]) => `orders in ${region} encrypts under ${keyId}\n`).join('');
}

/** 2 where the data key can be opened in another Region as well, because its KMS key is a multi-Region key. */
export function wrappingVersion(keyArn: string): 1 | 2 {
  return /[/:]key\/mrk-/.test(keyArn) ? 2 : 1;
}

async function configuredKey(app: Signer): Promise<string> {
  const { output } = await app.attempt('lab', 'DescribeApplication', { Application: APPLICATION });
  const key = (output?.KeyIds as Readonly<Record<string, string>> | undefined)?.[app.region];
  if (key !== undefined) return key;
  throw programError(
    `no KMS key is configured for ${app.region}: orders config --key alias/NAME --region ${app.region}`,
  );
}

async function application(line: Line, host: CliHost): Promise<Signer> {
  return openSigner(host, { ...optionsOf(line), profile: line.flags.get('--profile') ?? PROFILE });
}

function optionsOf(line: Line) {
  return { region: line.flags.get('--region'), userAgent: 'northwind-orders/1.0' };
}

export interface Order {
  readonly id: string;
  readonly tenant: string;
  readonly status: string;
  readonly pan: Uint8Array;
  readonly wrapped: Uint8Array;
  readonly v: number;
}

/** @param item as DynamoDB answers it */
export function orderOf(item: unknown): Order {
  const at = (name: string) =>
    (item as Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>)[name];
  return {
    id: String(at('id')?.S),
    tenant: String(at('tenant')?.S ?? TENANT),
    status: String(at('status')?.S ?? ''),
    pan: (at('pan')?.B as Uint8Array | undefined) ?? new Uint8Array(),
    wrapped: (at('wrapped')?.B as Uint8Array | undefined) ?? new Uint8Array(),
    v: Number(at('v')?.N ?? 1),
  };
}

/** Numbers as numbers: 2 before 10. */
export function byId(a: Pick<Order, 'id'>, b: Pick<Order, 'id'>): number {
  return Number(a.id) - Number(b.id) || (a.id < b.id ? -1 : 1);
}

/** Puts the application's own line over the exception that stopped it. */
async function saying(line: string, work: () => Promise<string>): Promise<string> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    throw programError(`${line}\n${sdkLine(error.text)}`);
  }
}

/** The CLI's error line as an SDK prints it: `AccessDeniedException: User: ...`. */
function sdkLine(text: string): string {
  const parts = /^\s*An error occurred \((\S+)\) when calling the (\S+) operation[^:]*: ([\s\S]*?)\s*$/.exec(
    text,
  );
  if (!parts) return text.trim();
  const [, name = '', operation = '', message] = parts;
  return exceptionLine({ refused: true, status: 400, name: `${operation}: ${name}`, message });
}
