import type { AnyOperation, ApiRequest, Shape, StructureShape } from '../../../aws';
import { isObject } from '../../../base';

type Members = Readonly<Record<string, unknown>>;

/** An algorithm that a request may leave out and the record names all the same. fact: services 9 */
const DEFAULTED = /^(?:Source|Destination)?EncryptionAlgorithm$/;
const DEFAULT_ALGORITHM = 'SYMMETRIC_DEFAULT';

/** Names that CloudTrail writes in its own way. */
const RENAMED: Readonly<Record<string, string>> = { Bucket: 'bucketName' };

/**
 * What was asked, as the record shows it: names in lower camel case, the encryption context in clear, and neither
 * plaintext nor ciphertext. fact: services 9. assumed: other members are shown only when they were sent
 */
export function requestParametersOf({ input }: ApiRequest, { input: shape }: AnyOperation): Members | null {
  const given: Record<string, unknown> = { ...input };
  for (const name of Object.keys(shape.members)) {
    if (DEFAULTED.test(name)) given[name] ??= DEFAULT_ALGORITHM;
  }
  const members = structure(shape, given);
  return Object.keys(members).length > 0 ? members : null;
}

/** What was answered, as far as the operation puts it on record; its members are those of the output. */
export function responseElementsOf(elements: Members | undefined, operation: AnyOperation): Members | null {
  if (!elements) return null;
  const shapes: Readonly<Record<string, Shape>> = operation.output?.members ?? {};
  const byLowerName = new Map(Object.entries(shapes).map(([name, shape]) => [lowerFirst(name), shape]));
  const shown: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(elements)) {
    if (value === undefined) continue;
    const shape = byLowerName.get(lowerFirst(name));
    shown[lowerFirst(name)] = shape ? shaped(shape, value) : unshaped(value);
  }
  return shown;
}

function structure(shape: StructureShape<unknown>, value: unknown): Members {
  const given = isObject(value) ? value : {};
  const shown: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(shape.members)) {
    const present = given[name] ?? given[lowerFirst(name)];
    if (present === undefined || member.kind === 'blob' || member.sensitive) continue;
    shown[RENAMED[name] ?? lowerFirst(name)] = shaped(member, present);
  }
  return shown;
}

function shaped(shape: Shape, value: unknown): unknown {
  switch (shape.kind) {
    case 'structure':
      return structure(shape, value);
    case 'list':
      return Array.isArray(value) ? value.map((item) => shaped(shape.member, item)) : value;
    case 'timestamp':
      return typeof value === 'number' ? timeText(value) : value;
    default:
      return value;
  }
}

function unshaped(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unshaped);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [lowerFirst(name), unshaped(member)]),
  );
}

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `Nov 22, 2026, 10:02:14 AM`: how CloudTrail writes moments inside parameters and answers. */
function timeText(ms: number): string {
  const date = new Date(ms);
  const hour = date.getUTCHours();
  const [minutes, seconds] = [date.getUTCMinutes(), date.getUTCSeconds()].map((part) =>
    String(part).padStart(2, '0'),
  );
  const day = `${MONTHS[date.getUTCMonth()]} ${date.getUTCDate()}, ${date.getUTCFullYear()}`;
  return `${day}, ${hour % 12 || 12}:${minutes}:${seconds} ${hour < 12 ? 'AM' : 'PM'}`;
}
