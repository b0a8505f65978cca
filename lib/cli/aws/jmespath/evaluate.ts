import { JmespathError } from './errors';
import { FUNCTIONS, type Reference } from './functions';
import type { ItemsNode, JudgingNode, Node } from './node';
import { areEqual, compareValues, isFalse, isMapping } from './values';

/** What an expression picks from a value. Nothing is `null`. */
export function evaluate(node: Node, value: unknown): unknown {
  switch (node.kind) {
    case 'field':
      return isMapping(value) && Object.hasOwn(value, node.name) ? (value[node.name] ?? null) : null;
    case 'literal':
      return node.value;
    case 'current':
    case 'identity':
      return value;
    case 'index':
      return Array.isArray(value) ? (value.at(node.index) ?? null) : null;
    case 'slice':
      return Array.isArray(value) ? sliced(value, node.parts) : null;
    case 'subexpression':
    case 'pipe':
      return evaluate(node.right, evaluate(node.left, value));
    case 'reference':
      return { ask: (item: unknown) => evaluate(node.of, item) } satisfies Reference;
    case 'list':
      return value === null ? null : node.items.map((item) => evaluate(item, value));
    case 'hash':
      if (value === null) return null;
      return Object.fromEntries(node.members.map(([name, member]) => [name, evaluate(member, value)]));
    case 'call':
      return called(
        node.name,
        node.args.map((arg) => evaluate(arg, value)),
      );
    case 'flatten':
    case 'projection':
    case 'values':
    case 'filter':
      return overItems(node, value);
    default:
      return judged(node, value);
  }
}

function overItems(node: ItemsNode, value: unknown): unknown {
  if (node.kind === 'flatten') return flattened(evaluate(node.of, value));
  const left = evaluate(node.left, value);
  if (node.kind === 'projection') return projected(left, node.right);
  if (node.kind === 'values') return isMapping(left) ? projected(Object.values(left), node.right) : null;
  if (!Array.isArray(left)) return null;
  return projected(
    left.filter((item) => !isFalse(evaluate(node.condition, item))),
    node.right,
  );
}

function judged(node: JudgingNode, value: unknown): unknown {
  if (node.kind === 'not') return isFalse(evaluate(node.of, value));
  const left = evaluate(node.left, value);
  if (node.kind === 'compare') return compared(node.operator, left, evaluate(node.right, value));
  return isFalse(left) === (node.kind === 'or') ? evaluate(node.right, value) : left;
}

function projected(items: unknown, right: Node): unknown {
  if (!Array.isArray(items)) return null;
  return items.map((item) => evaluate(right, item)).filter((item) => item !== null && item !== undefined);
}

function flattened(items: unknown): unknown {
  return Array.isArray(items) ? items.flat() : null;
}

function sliced(
  items: readonly unknown[],
  [start, stop, step = 1]: readonly (number | undefined)[],
): unknown {
  if (step === 0) throw new JmespathError('slice step cannot be zero');
  const clamp = (index: number | undefined, otherwise: number) => {
    if (index === undefined) return otherwise;
    const from = index < 0 ? index + items.length : index;
    return step > 0
      ? Math.min(Math.max(from, 0), items.length)
      : Math.min(Math.max(from, -1), items.length - 1);
  };
  const first = clamp(start, step > 0 ? 0 : items.length - 1);
  const end = clamp(stop, step > 0 ? items.length : -1);
  const picked: unknown[] = [];
  for (let at = first; step > 0 ? at < end : at > end; at += step) picked.push(items[at]);
  return picked;
}

function compared(operator: string, left: unknown, right: unknown): unknown {
  if (operator === 'eq') return areEqual(left, right);
  if (operator === 'ne') return !areEqual(left, right);
  const order = compareValues(left, right, operator);
  if (order === undefined) return null;
  if (operator === 'lt') return order < 0;
  if (operator === 'lte') return order <= 0;
  return operator === 'gt' ? order > 0 : order >= 0;
}

function called(name: string, args: readonly unknown[]): unknown {
  const made = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  if (!made) throw new JmespathError(`Unknown function: ${name}()`);
  const { takes, variadic, run } = made;
  if (variadic ? args.length < takes.length : args.length !== takes.length) {
    const count = `${variadic ? 'at least ' : ''}${takes.length} argument${takes.length === 1 ? '' : 's'}`;
    throw new JmespathError(`Expected ${count} for function ${name}(), received ${args.length}`);
  }
  args.forEach((arg, at) => {
    (takes[at] ?? takes[takes.length - 1])?.check(name, arg);
  });
  return run(args, name) ?? null;
}
