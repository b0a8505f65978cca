import type { AnyStructureShape, Shape } from '../../aws';

/** What a new alias may be called, where nobody has said. */
export const ANY_ALIAS = 'alias/any-name';

/** They work on an alias that is there; CreateAlias makes one of any name. fact: authorization 1 */
export const ON_ALIASES: ReadonlySet<string> = new Set(['UpdateAlias', 'DeleteAlias']);

/** The least input that has every member a request must have; what it says means nothing. */
export function sampleInput(shape: AnyStructureShape): Record<string, unknown> {
  return Object.fromEntries(shape.required.map((name) => [name, sampleValue(shape.members[name] as Shape)]));
}

function sampleValue(shape: Shape): unknown {
  switch (shape.kind) {
    case 'string':
      return shape.values?.[0] ?? 'x'.repeat(shape.min ?? 1);
    case 'integer':
    case 'long':
    case 'double':
      return shape.min ?? 1;
    case 'boolean':
      return false;
    case 'blob':
      return new Uint8Array(shape.min ?? 1);
    case 'timestamp':
      return 0;
    case 'list':
      return [sampleValue(shape.member)];
    case 'map':
      return {};
    case 'structure':
      return sampleInput(shape);
  }
}
