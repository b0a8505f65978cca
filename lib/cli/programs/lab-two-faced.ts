import { type Bytes, concatBytes, utf8ToBytes } from '../../base';
import { type AesGcmCipher, prepareAesGcm } from '../../crypto';
import { type CliHost, expandPath } from '../aws/cli-host';
import { needed, programError, readLine } from './flags';
import { openSigner, type Signer } from './lab-requests';
import { blockForBoth } from './one-tag-two-keys';

export const TWO_FACED_USAGE = [
  '       lab two-faced --keys KEY,KEY --first FILE --second FILE --out FILE  [--region REGION]',
];

const OF = 'lab two-faced';
const VALUES = {
  '--keys': 'KEY,KEY',
  '--first': 'FILE',
  '--second': 'FILE',
  '--out': 'FILE',
  '--region': 'REGION',
};

/** Header tags fit two data keys about three times in ten. */
const MOST_TRIES = 40;

/**
 * What a dishonest sender can do where nothing commits to a data key: one message of the AWS Encryption SDK, in an
 * algorithm suite without key commitment, that opens under two data keys to two texts. No key is broken; the sender made
 * both.
 */
export async function twoFaced(words: readonly string[], host: CliHost): Promise<string> {
  const line = readLine(words, { of: OF, values: VALUES });
  const keys = needed(line, OF, '--keys', 'KEY,KEY').split(',');
  if (keys.length !== 2) throw programError(`${OF}: expected --keys KEY,KEY, found ${keys.length} keys.`);
  const texts = [
    await fileAfter('--first', needed(line, OF, '--first', 'FILE'), host),
    await fileAfter('--second', needed(line, OF, '--second', 'FILE'), host),
  ] as const;
  const out = needed(line, OF, '--out', 'FILE');
  const signer = await openSigner(host, { region: line.flags.get('--region'), userAgent: 'lab/1.0' });
  const message = await forge(signer, keys, texts);
  await host.files.write(expandPath(out, host), message);
  return `${out}: ${message.length} bytes, one body and one tag, two data keys\n`;
}

async function fileAfter(flag: string, name: string, host: CliHost): Promise<Bytes> {
  const content = await host.files.read(expandPath(name, host));
  if (typeof content !== 'string') return content as Bytes;
  throw programError(
    `${OF}: expected a file after ${flag}, found ${content === 'directory' ? 'a folder' : 'nothing'} at ${name}.`,
  );
}

interface DataKey {
  readonly arn: string;
  readonly wrapped: Bytes;
  readonly cipher: AesGcmCipher;
}

async function dataKey(signer: Signer, KeyId: string): Promise<DataKey> {
  const made = await signer.send('kms', 'GenerateDataKey', { KeyId, KeySpec: 'AES_256' });
  return {
    arn: made.KeyId as string,
    wrapped: made.CiphertextBlob as Bytes,
    cipher: prepareAesGcm(made.Plaintext as Bytes),
  };
}

async function forge(
  signer: Signer,
  keys: readonly string[],
  texts: readonly [Bytes, Bytes],
): Promise<Bytes> {
  const first = await dataKey(signer, keys[0] as string);
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const second = await dataKey(signer, keys[1] as string);
    const header = headerFor(first, second);
    if (header) return concatBytes(header, bodyFor(first, second, header.slice(4, 20), texts));
  }
  throw programError(
    `${OF}: expected a header for both data keys, found none in ${MOST_TRIES} tries. Run it again.`,
  );
}

const HEADER_IV = new Uint8Array(12);
const NOTHING = new Uint8Array();

/** Suite 0078, no context, two wrapped data keys; the message id is chosen so that one tag fits both keys. */
function headerFor(first: DataKey, second: DataKey): Bytes | undefined {
  const rest = concatBytes(
    number(0, 2),
    number(2, 2),
    wrappedKey(first),
    wrappedKey(second),
    number(2, 1),
    number(0, 4),
    number(HEADER_IV.length, 1),
    number(FRAME_LENGTH, 4),
  );
  const headerOf = (id: Bytes) => concatBytes(number(1, 1), number(0x80, 1), number(0x0078, 2), id, rest);
  const tagUnder = (key: DataKey, id: Bytes) => key.cipher.seal(HEADER_IV, NOTHING, headerOf(id));
  const id = blockForBoth((block) => [tagUnder(first, block), tagUnder(second, block)]);
  return id && concatBytes(headerOf(id), HEADER_IV, tagUnder(first, id));
}

const FRAME_LENGTH = 4096;
const FRAME_IV = concatBytes(new Uint8Array(8), number(1, 4));

/** The last frame: the first text under the first key, the second under the second, and a block that makes one tag fit both. */
function bodyFor(first: DataKey, second: DataKey, id: Bytes, texts: readonly [Bytes, Bytes]): Bytes {
  const [one, two] = texts.map(wholeBlocks) as [Bytes, Bytes];
  const length = one.length + two.length + 16;
  const aad = concatBytes(
    id,
    utf8ToBytes('AWSKMSEncryptionClient Final Frame'),
    number(1, 4),
    number(length, 8),
  );
  const streams = [first, second].map(({ cipher }) => cipher.seal(FRAME_IV, new Uint8Array(length), aad)) as [
    Bytes,
    Bytes,
  ];
  const content = concatBytes(
    xor(one, streams[0].slice(0, one.length)),
    xor(two, streams[1].slice(one.length, one.length + two.length)),
  );
  const tagUnder = (at: 0 | 1, block: Bytes) => {
    const sealed = concatBytes(content, block);
    return [first, second][at]?.cipher
      .seal(FRAME_IV, xor(sealed, streams[at].slice(0, length)), aad)
      .slice(length) as Bytes;
  };
  const block = blockForBoth((free) => [tagUnder(0, free), tagUnder(1, free)]);
  if (!block) throw programError(`${OF}: expected two different data keys, found one.`);
  return concatBytes(
    number(0xffffffff, 4),
    number(1, 4),
    FRAME_IV,
    number(length, 4),
    content,
    block,
    tagUnder(0, block),
  );
}

/** Filled up with line ends, so that the block that is solved for begins where a block of AES begins. */
function wholeBlocks(text: Bytes): Bytes {
  const filled = new Uint8Array(Math.ceil((text.length + 2) / 16) * 16).fill(0x0a);
  filled.set(text, 1);
  return filled;
}

function wrappedKey({ arn, wrapped }: DataKey): Bytes {
  const parts = [utf8ToBytes('aws-kms'), utf8ToBytes(arn), wrapped];
  return concatBytes(...parts.flatMap((part) => [number(part.length, 2), part]));
}

function xor(a: Bytes, b: Bytes): Bytes {
  return a.map((byte, at) => byte ^ (b[at] as number));
}

/** Big-endian. */
function number(value: number, length: number): Bytes {
  return Uint8Array.from({ length }, (_, at) => Math.floor(value / 256 ** (length - 1 - at)) % 256);
}
