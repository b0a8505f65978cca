import type { AnyStructureShape, Shape } from '../aws';
import { decodeBase64, isObject } from '../base';

/** A value of the wrong JSON type: what was found where. */
interface WireFault {
  readonly message: string;
}

export type Decoded =
  | { readonly ok: true; readonly value: Record<string, unknown> }
  | { readonly ok: false; readonly fault: WireFault };

/**
 * Reads the JSON of a request into the engine's inner form: blobs as bytes, timestamps in epoch ms. Members the
 * shape does not have are dropped, as AWS drops them; `null` counts as absent.
 */
export function decodeInput(shape: AnyStructureShape, json: unknown): Decoded {
  try {
    return { ok: true, value: decode(shape, json, 0) as Record<string, unknown> };
  } catch (error) {
    if (error instanceof WrongType) return { ok: false, fault: { message: error.message } };
    throw error;
  }
}

/** Leaves the walk over a request early; never seen outside this file. */
class WrongType extends Error {}

/** Deeper than anything a service takes (DynamoDB: 32 levels), and far from the end of the stack. */
const MOST_LEVELS = 200;

function decode(shape: Shape, json: unknown, level: number): unknown {
  if (level > MOST_LEVELS) throw new WrongType('Nesting is too deep');
  switch (shape.kind) {
    case 'string':
      return typeof json === 'string' ? json : wrong(json, 'String');
    case 'integer':
    case 'long':
      return decodeWhole(json, shape.kind);
    case 'double':
      return typeof json === 'number' ? json : wrong(json, 'Double');
    case 'boolean':
      return typeof json === 'boolean' ? json : wrong(json, 'Boolean');
    case 'blob':
      return decodeBlob(json);
    case 'timestamp':
      return decodeTimestamp(json);
    case 'list':
      if (!Array.isArray(json)) throw new WrongType('Expected list or null');
      return json.filter((item) => item !== null).map((item) => decode(shape.member, item, level + 1));
    case 'map':
      return decodeMap(shape.value, json, level);
    case 'structure':
      return decodeStructure(shape, json, level);
  }
}

/** assumed: a number beyond the type's range is no such number */
function decodeWhole(json: unknown, kind: 'integer' | 'long'): number {
  const most = kind === 'integer' ? 2 ** 31 - 1 : Number.MAX_SAFE_INTEGER;
  if (typeof json === 'number' && Number.isInteger(json) && Math.abs(json) <= most) return json;
  return wrong(json, kind === 'integer' ? 'Integer' : 'Long');
}

function decodeBlob(json: unknown): Uint8Array {
  if (typeof json !== 'string') return wrong(json, 'Blob');
  const bytes = decodeBase64(json);
  if (!bytes) throw new WrongType('Invalid Base64 encoding.');
  return bytes;
}

/** Epoch seconds with a fraction; ISO 8601 texts are taken too, as by AWS's own parser. */
function decodeTimestamp(json: unknown): number {
  const isIso = typeof json === 'string' && ISO_8601.test(json);
  const ms = typeof json === 'number' ? Math.round(json * 1000) : isIso ? Date.parse(json) : Number.NaN;
  return Math.abs(ms) <= LAST_MS ? ms : wrong(json, 'Timestamp');
}

const ISO_8601 = /^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d))?$/;
/** The last moment a date can name. */
const LAST_MS = 8.64e15;

function decodeMap(member: Shape, json: unknown, level: number): Record<string, unknown> {
  if (!isObject(json)) throw new WrongType('Expected map or null');
  const map: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(json)) {
    if (value !== null) setOwn(map, key, decode(member, value, level + 1));
  }
  return map;
}

/** A null prototype would change how records compare; an own property keeps `__proto__` an ordinary key. */
function setOwn(map: Record<string, unknown>, key: string, value: unknown): void {
  if (key !== '__proto__') map[key] = value;
  else Object.defineProperty(map, key, { value, enumerable: true, configurable: true, writable: true });
}

function decodeStructure(shape: AnyStructureShape, json: unknown, level: number): Record<string, unknown> {
  if (!isObject(json))
    throw new WrongType(
      Array.isArray(json) ? 'Start of list found where not expected' : 'Expected structure or null',
    );
  const structure: Record<string, unknown> = {};
  for (const name in shape.members) {
    const value = Object.hasOwn(json, name) ? json[name] : undefined;
    if (value !== undefined && value !== null)
      structure[name] = decode(shape.members[name] as Shape, value, level + 1);
  }
  return structure;
}

/** assumed: the words; AWS documents only the exception (kms-engine 4.2) */
function wrong(json: unknown, wanted: string): never {
  if (Array.isArray(json)) throw new WrongType('Start of list found where not expected');
  if (isObject(json)) throw new WrongType('Start of structure or map found where not expected.');
  throw new WrongType(`${tokenOf(json)} cannot be converted to ${wanted}`);
}

function tokenOf(json: unknown): string {
  if (typeof json === 'boolean') return json ? 'TRUE_VALUE' : 'FALSE_VALUE';
  if (typeof json === 'number') return Number.isInteger(json) ? 'NUMBER_VALUE' : 'DECIMAL_VALUE';
  return json === null ? 'NULL_VALUE' : 'STRING_VALUE';
}
