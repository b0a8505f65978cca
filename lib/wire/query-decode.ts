import type { AnyStructureShape, Shape } from '../aws';
import { decodeBase64 } from '../base';
import { type FormNode, numbered } from './form';

/** A text that cannot be read as what the shape wants. */
export class Unreadable extends Error {}

/**
 * Reads a form into the engine's inner form, by the operation's own shapes.
 * refuses: by throwing `Unreadable`
 */
export function decodeForm(shape: AnyStructureShape, form: FormNode): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(shape.members)) {
    const node = form.under.get(name);
    if (node) input[name] = decode(member, node);
  }
  return input;
}

function decode(shape: Shape, node: FormNode): unknown {
  switch (shape.kind) {
    case 'list':
      return numbered(node, 'member').map((item) => decode(shape.member, item));
    case 'map':
      return Object.fromEntries(
        numbered(node, 'entry').map((entry) => [
          textAt(entry, 'key'),
          decode(shape.value, entry.under.get('value') ?? node),
        ]),
      );
    case 'structure':
      return decodeForm(shape, node);
    default:
      return scalar(shape, node.value ?? '');
  }
}

function textAt(node: FormNode, name: string): string {
  return node.under.get(name)?.value ?? '';
}

function scalar(shape: Shape, text: string): unknown {
  switch (shape.kind) {
    case 'integer':
    case 'long':
      return /^-?\d{1,15}$/.test(text) ? Number(text) : unreadable(shape, text);
    case 'double':
      return /^-?\d{1,15}(\.\d{1,15})?$/.test(text) ? Number(text) : unreadable(shape, text);
    case 'boolean':
      return /^(true|false)$/.test(text) ? text === 'true' : unreadable(shape, text);
    case 'blob':
      return decodeBase64(text) ?? unreadable(shape, text);
    case 'timestamp': {
      const ms = Date.parse(text);
      return Number.isNaN(ms) ? unreadable(shape, text) : ms;
    }
    default:
      return text;
  }
}

/** assumed: the words */
function unreadable({ kind }: Shape, text: string): never {
  throw new Unreadable(`'${text.slice(0, 100)}' can not be converted to ${kind}`);
}
