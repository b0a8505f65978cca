import { bytesToHex } from '../../../base';
import { type Line, programError, readLine, wholeNumber } from '../../programs/flags';
import type { ToolHost } from '../tool';
import { type Field, type Message, NotAMessage, takeApart } from './message';
import { delivered, inputOf } from './options';
import { hexId, suiteWords } from './suites';

/** Takes a message apart, without KMS: what stands in it is no secret but for the body. */
export async function inspect(words: readonly string[], host: ToolHost): Promise<string | Uint8Array> {
  const values = { '--in': 'FILE', '--out': 'FILE', '--data-key': 'N' };
  const line = readLine(words, { of: 'esdk inspect', values, positionals: 1 });
  const bytes = await inputOf(line, host);
  const message = parsed(bytes);
  if (line.flags.has('--data-key')) return wrappedKey(line, host, message);
  return [
    `${bytes.length} bytes in message format ${message.version}`,
    '',
    'header: authenticated and not encrypted',
    ...message.header.flatMap((field) => headerRow(field, message)),
    '',
    'body: encrypted',
    ...message.frames.map(({ at, length, contentLength, last }, index) =>
      row(
        at,
        length,
        `frame ${index + 1}${last ? ', the last' : ''}`,
        `${contentLength} bytes of content, IV and tag`,
      ),
    ),
    ...(message.footer.length > 0 ? ['', 'footer'] : []),
    ...message.footer
      .filter(({ name }) => name === 'signature')
      .map(({ at, length, name }) => row(at, length, name, `${message.suite.signature} over all before it`)),
    '',
  ].join('\n');
}

function parsed(bytes: Uint8Array): Message {
  try {
    return takeApart(bytes as Uint8Array<ArrayBuffer>);
  } catch (error) {
    if (!(error instanceof NotAMessage)) throw error;
    throw programError(`esdk inspect: this is not a message of the AWS Encryption SDK: ${error.message}.`);
  }
}

/** The wrapped data key by itself: this, and not the message, is what KMS can decrypt. */
async function wrappedKey(line: Line, host: ToolHost, { dataKeys }: Message): Promise<string | Uint8Array> {
  const wanted = wholeNumber(line.flags.get('--data-key') as string, 'esdk inspect', '--data-key');
  const found = dataKeys[wanted - 1];
  if (!found) {
    throw programError(`esdk inspect: expected --data-key 1 to ${dataKeys.length}, found ${wanted}.`);
  }
  return delivered(
    line,
    host,
    found.ciphertext,
    `wrapped data key ${wanted}: ${found.ciphertext.length} bytes\n`,
  );
}

const LENGTHS = ['context length', 'provider', 'context name'];

function headerRow(field: Field, { suite, context, dataKeys, frameLength }: Message): readonly string[] {
  const { at, length, name, bytes } = field;
  if (LENGTHS.includes(name)) return [];
  switch (name) {
    case 'algorithm suite':
      return [row(at, length, name, `${hexId(suite.id)}: ${suiteWords(suite)}`)];
    case 'context pairs':
      return [
        row(at, length, 'encryption context', 'in plain text'),
        ...Object.entries(context).map(([key, value]) => `${' '.repeat(13)}${key} = ${value}`),
      ];
    case 'context value':
      return [];
    case 'wrapped data keys':
      return [row(at, length, name, String(dataKeys.length))];
    case 'KMS key':
      return [row(at, length, name, new TextDecoder().decode(bytes))];
    case 'wrapped data key':
      return [row(at, length, name, `a KMS ciphertext of ${bytes.length} bytes`)];
    case 'content type':
      return [row(at, length, name, bytes[0] === 2 ? 'framed' : 'in one piece')];
    case 'frame length':
      return [row(at, length, name, String(frameLength))];
    default:
      return [row(at, length, name, shortHex(bytesToHex(bytes)))];
  }
}

/** Where it stands, how many bytes, what it is and what it says. */
function row(at: number, length: number, name: string, says: string): string {
  return `${String(at).padStart(6)} ${String(length).padStart(5)} ${name.padEnd(20)} ${says}`;
}

function shortHex(hex: string): string {
  return hex.length > 32 ? `${hex.slice(0, 32)}…` : hex;
}
