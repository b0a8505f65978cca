import { bytesToUtf8, readU32be } from '../../base';

/** The part of CBOR (RFC 8949) that attestation documents are written in. Tags are read through. */
export type Cbor = number | string | Uint8Array | boolean | null | readonly Cbor[] | ReadonlyMap<Cbor, Cbor>;

/** Undefined for anything malformed, cut short or left over. */
export function readCbor(bytes: Uint8Array): Cbor | undefined {
  const reader: Reader = { bytes, at: 0, depth: 0 };
  const value = readValue(reader);
  return value !== undefined && reader.at === bytes.length ? value : undefined;
}

interface Reader {
  readonly bytes: Uint8Array;
  at: number;
  depth: number;
}

/** Deeper nesting than any honest document has. */
const MOST_DEPTH = 16;

function readValue(reader: Reader): Cbor | undefined {
  const first = reader.bytes[reader.at];
  if (first === undefined || reader.depth >= MOST_DEPTH) return undefined;
  reader.at += 1;
  const major = first >> 5;
  if (major === 7) return SIMPLE[first & 31];
  const argument = readArgument(reader, first & 31);
  if (argument === undefined) return undefined;
  reader.depth += 1;
  const value = readByMajor(reader, major, argument);
  reader.depth -= 1;
  return value;
}

const SIMPLE: Readonly<Record<number, Cbor>> = { 20: false, 21: true, 22: null, 23: null };

function readByMajor(reader: Reader, major: number, argument: number): Cbor | undefined {
  switch (major) {
    case 0:
      return argument;
    case 1:
      return -1 - argument;
    case 2:
      return take(reader, argument);
    case 3: {
      const text = take(reader, argument);
      return text && bytesToUtf8(text);
    }
    case 4:
      return readList(reader, argument);
    case 5:
      return readMap(reader, argument);
    default:
      return readValue(reader);
  }
}

/** Lengths beyond 32 bits occur in timestamps only; they keep their leading digits, which is all the lab needs. */
function readArgument(reader: Reader, info: number): number | undefined {
  if (info < 24) return info;
  const length = 1 << (info - 24);
  if (info > 27) return undefined;
  const bytes = take(reader, length);
  if (!bytes) return undefined;
  if (length === 8) return readU32be(bytes) * 2 ** 32 + readU32be(bytes, 4);
  return bytes.reduce((value, byte) => value * 256 + byte, 0);
}

function take(reader: Reader, length: number): Uint8Array | undefined {
  if (length > reader.bytes.length - reader.at) return undefined;
  reader.at += length;
  return reader.bytes.slice(reader.at - length, reader.at);
}

function readList(reader: Reader, length: number): readonly Cbor[] | undefined {
  const list: Cbor[] = [];
  for (let i = 0; i < length; i++) {
    const value = readValue(reader);
    if (value === undefined) return undefined;
    list.push(value);
  }
  return list;
}

function readMap(reader: Reader, length: number): ReadonlyMap<Cbor, Cbor> | undefined {
  const map = new Map<Cbor, Cbor>();
  for (let i = 0; i < length; i++) {
    const key = readValue(reader);
    const value = readValue(reader);
    if (key === undefined || value === undefined) return undefined;
    map.set(key, value);
  }
  return map;
}
