import { type Bytes, bytesToUtf8Lossy } from '../../../base';
import { type Suite, suiteOf } from './suites';

/** A stretch of a message: where it stands, how long it is and what it says. Offsets and lengths in bytes. */
export interface Field {
  readonly at: number;
  readonly length: number;
  readonly name: string;
  readonly bytes: Bytes;
}

interface WrappedDataKey {
  readonly provider: string;
  /** For `aws-kms` the ARN of the KMS key. */
  readonly info: string;
  readonly ciphertext: Bytes;
}

interface Frame {
  readonly at: number;
  readonly length: number;
  readonly contentLength: number;
  readonly last: boolean;
}

/** A message of the AWS Encryption SDK, taken apart (fact: services 8). */
export interface Message {
  readonly version: 1 | 2;
  readonly suite: Suite;
  readonly context: Readonly<Record<string, string>>;
  readonly dataKeys: readonly WrappedDataKey[];
  /** 0 where the body is one piece. */
  readonly frameLength: number;
  readonly header: readonly Field[];
  readonly frames: readonly Frame[];
  readonly footer: readonly Field[];
}

/** What stands where something else was expected. */
export class NotAMessage extends Error {}

const TAG = 16;
const IV = 12;

/** @throws NotAMessage which names the place, what was expected and what was found. */
export function takeApart(bytes: Bytes): Message {
  const reader = new Reader(bytes);
  const version = reader.oneOf('version', 1, [1, 2]) as 1 | 2;
  if (version === 1) reader.oneOf('type', 1, [0x80]);
  const suite = suiteOf(reader.number('algorithm suite', 2));
  if (!suite) throw new NotAMessage(`expected the id of an algorithm suite at byte ${reader.at - 2}`);
  reader.take('message id', version === 1 ? 16 : 32);
  const context = readContext(reader);
  const dataKeys = readDataKeys(reader);
  const framed = reader.oneOf('content type', 1, [1, 2]) === 2;
  if (version === 1) {
    reader.oneOf('reserved', 4, [0]);
    reader.oneOf('IV length', 1, [IV]);
  }
  const frameLength = reader.number('frame length', 4);
  if (version === 1) reader.take('header IV', IV);
  else if (suite.commitment) reader.take('key commitment', 32);
  reader.take('header tag', TAG);
  const header = reader.fields();
  const frames = framed ? readFrames(reader, frameLength) : [readWhole(reader)];
  reader.fields();
  if (suite.signature) reader.take('signature', reader.number('signature length', 2));
  if (reader.at !== bytes.length) {
    throw new NotAMessage(
      `expected the end at byte ${reader.at}, found ${bytes.length - reader.at} bytes more`,
    );
  }
  return { version, suite, context, dataKeys, frameLength, header, frames, footer: reader.fields() };
}

function readContext(reader: Reader): Record<string, string> {
  const length = reader.number('context length', 2);
  if (length === 0) return {};
  const end = reader.at + length;
  const count = reader.number('context pairs', 2);
  const context: Record<string, string> = {};
  for (let i = 0; i < count; i++) {
    const name = bytesToUtf8Lossy(reader.take('context name', reader.peek(2), 2));
    context[name] = bytesToUtf8Lossy(reader.take('context value', reader.peek(2), 2));
  }
  if (reader.at !== end)
    throw new NotAMessage(`expected the context to end at byte ${end}, found ${reader.at}`);
  return context;
}

function readDataKeys(reader: Reader): WrappedDataKey[] {
  const count = reader.number('wrapped data keys', 2);
  return Array.from({ length: count }, () => ({
    provider: bytesToUtf8Lossy(reader.take('provider', reader.peek(2), 2)),
    info: bytesToUtf8Lossy(reader.take('KMS key', reader.peek(2), 2)),
    ciphertext: reader.take('wrapped data key', reader.peek(2), 2),
  }));
}

/** Sequence number, IV, content, tag; the last one says so and how long it is. */
function readFrames(reader: Reader, frameLength: number): Frame[] {
  const frames: Frame[] = [];
  for (let last = false; !last; ) {
    const { at } = reader;
    last = reader.number('frame', 4) === 0xffffffff;
    if (last) reader.number('frame', 4);
    reader.take('IV', IV);
    const contentLength = last ? reader.number('content length', 4) : frameLength;
    reader.take('content', contentLength + TAG);
    frames.push({ at, length: reader.at - at, contentLength, last });
  }
  return frames;
}

function readWhole(reader: Reader): Frame {
  const { at } = reader;
  reader.take('IV', IV);
  reader.number('content length', 4);
  const contentLength = reader.number('content length', 4);
  reader.take('content', contentLength + TAG);
  return { at, length: reader.at - at, contentLength, last: true };
}

/** Reads on from where it stands and keeps what it read. */
class Reader {
  at = 0;
  private read: Field[] = [];
  private readonly bytes: Bytes;

  constructor(bytes: Bytes) {
    this.bytes = bytes;
  }

  /** @param before bytes of a length that stands in front of it */
  take(name: string, length: number, before = 0): Bytes {
    const from = this.at + before;
    if (from + length > this.bytes.length) {
      const left = Math.max(0, this.bytes.length - from);
      throw new NotAMessage(`expected ${length} bytes of ${name} at byte ${from}, found ${left}`);
    }
    const bytes = this.bytes.slice(from, from + length);
    this.read.push({ at: this.at, length: before + length, name, bytes });
    this.at = from + length;
    return bytes;
  }

  number(name: string, length: number): number {
    return bigEndian(this.take(name, length));
  }

  oneOf(name: string, length: number, expected: readonly number[]): number {
    const found = this.number(name, length);
    if (expected.includes(found)) return found;
    throw new NotAMessage(
      `expected ${name} ${expected.join(' or ')} at byte ${this.at - length}, found ${found}`,
    );
  }

  /** The number that stands next, without reading on. */
  peek(length: number): number {
    if (this.at + length > this.bytes.length) {
      throw new NotAMessage(`expected a length at byte ${this.at}, found the end`);
    }
    return bigEndian(this.bytes.slice(this.at, this.at + length));
  }

  /** What was read since it was last asked. */
  fields(): readonly Field[] {
    const { read } = this;
    this.read = [];
    return read;
  }
}

function bigEndian(bytes: Bytes): number {
  return bytes.reduce((sum, byte) => sum * 256 + byte, 0);
}
