import type { AnyStructureShape, Shape } from '../aws';
import { encodeBase64 } from '../base';

/** Writes an answer as AWS does: members in the model's order, none that is absent, dates as epoch seconds. */
export function encodeOutput(
  shape: AnyStructureShape,
  output: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return encode(shape, output) as Record<string, unknown>;
}

function encode(shape: Shape, value: unknown): unknown {
  switch (shape.kind) {
    case 'blob':
      return encodeBase64(value as Uint8Array);
    case 'timestamp':
      return (value as number) / 1000;
    case 'list':
      return (value as readonly unknown[]).map((item) => encode(shape.member, item));
    case 'map':
      return Object.fromEntries(
        Object.entries(value as Record<string, unknown>).map(([key, item]) => [
          key,
          encode(shape.value, item),
        ]),
      );
    case 'structure':
      return encodeStructure(shape, value as Record<string, unknown>);
    default:
      return value;
  }
}

function encodeStructure(
  shape: AnyStructureShape,
  value: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const json: Record<string, unknown> = {};
  for (const name in shape.members) {
    const present = value[name];
    if (present !== undefined) json[name] = encode(shape.members[name] as Shape, present);
  }
  return json;
}
