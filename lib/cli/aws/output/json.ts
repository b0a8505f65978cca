import { PythonFloat, pythonFloatText } from '../python';

/** Four blanks a level, members in their order, characters beyond ASCII as they are. */
export function jsonText(value: unknown, indent = ''): string {
  if (value instanceof PythonFloat) return jsonFloat(value.value);
  if (Array.isArray(value)) {
    return block(
      '[',
      value.map((item) => jsonText(item, `${indent}    `)),
      ']',
      indent,
    );
  }
  if (typeof value !== 'object' || value === null) return scalar(value);
  const members = Object.entries(value).map(
    ([key, item]) => `${scalar(key)}: ${jsonText(item, `${indent}    `)}`,
  );
  return block('{', members, '}', indent);
}

function block(open: string, items: readonly string[], close: string, indent: string): string {
  if (items.length === 0) return open + close;
  const inner = `${indent}    `;
  return `${open}\n${items.map((item) => inner + item).join(',\n')}\n${indent}${close}`;
}

function scalar(value: unknown): string {
  if (typeof value === 'number' && Number.isInteger(value)) return BigInt(value).toString();
  if (typeof value === 'number') return jsonFloat(value);
  return JSON.stringify(value ?? null);
}

function jsonFloat(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : '-Infinity';
  return pythonFloatText(value);
}
