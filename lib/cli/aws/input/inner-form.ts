import type { Shape } from '../../../aws';
import { isObject, utf8ToBytes } from '../../../base';
import { generalError } from '../errors';
import { PythonFloat } from '../python';
import { lenientBase64 } from './lenient-base64';
import { momentOf } from './moments';

/** How texts stand for bytes: as base64, or as the bytes of the text itself. */
export type BinaryFormat = 'base64' | 'raw-in-base64-out';

/**
 * Decodes the texts that stand for bytes, wherever the shape says so.
 * @throws CliError where the text is not base64.
 */
export function decodeBlobs(shape: Shape, value: unknown, format: BinaryFormat): unknown {
  return mapped(shape, value, (leaf, item) => {
    if (leaf.kind !== 'blob' || typeof item !== 'string') return item;
    if (format === 'raw-in-base64-out') return utf8ToBytes(item);
    const bytes = lenientBase64(item);
    if (!bytes) throw generalError(`Invalid base64: "${item}"`);
    return bytes;
  });
}

/** The form the engine takes: moments in epoch ms and plain numbers. The value has been checked. */
export function innerForm(shape: Shape, value: unknown, nowMs: number): unknown {
  return mapped(shape, value, (leaf, item) => {
    if (leaf.kind === 'timestamp') return momentOf(item, nowMs);
    if (item instanceof PythonFloat) return item.value;
    if (typeof item === 'boolean' && leaf.kind !== 'boolean') return Number(item);
    return item;
  });
}

type LeafMap = (shape: Shape, value: unknown) => unknown;

function mapped(shape: Shape, value: unknown, leaf: LeafMap): unknown {
  switch (shape.kind) {
    case 'structure':
      return isObject(value) ? mappedMembers(value, (name) => shape.members[name], leaf) : value;
    case 'map':
      return isObject(value) ? mappedMembers(value, () => shape.value, leaf) : value;
    case 'list':
      return Array.isArray(value) ? value.map((item) => mapped(shape.member, item, leaf)) : value;
    default:
      return leaf(shape, value);
  }
}

function mappedMembers(
  value: Record<string, unknown>,
  shapeOf: (name: string) => Shape | undefined,
  leaf: LeafMap,
): Record<string, unknown> {
  if (value instanceof PythonFloat) return value as unknown as Record<string, unknown>;
  const entries = Object.entries(value).map(([name, item]) => {
    const shape = shapeOf(name);
    return [name, shape ? mapped(shape, item, leaf) : item] as const;
  });
  return Object.fromEntries(entries);
}
