import type { Shape, StructureShape } from '../../aws';
import { jsonText } from './output/json';
import { PythonFloat } from './python';

/** `--generate-cli-skeleton`: every member of the shape with a value of its kind. */
export function skeletonJson(shape: StructureShape<unknown>): string {
  return `${jsonText(sample(shape, false, [], ''))}\n`;
}

/** An answer made of the names of its members. */
export function sampleAnswer(shape: StructureShape<unknown> | undefined): Readonly<Record<string, unknown>> {
  return shape ? (sample(shape, true, [], '') as Record<string, unknown>) : {};
}

function sample(shape: Shape, named: boolean, above: readonly Shape[], name: string): unknown {
  switch (shape.kind) {
    case 'string':
      return shape.values?.[0] ?? (named ? name : '');
    case 'integer':
    case 'long':
      return 0;
    case 'double':
      return new PythonFloat(0);
    case 'boolean':
      return true;
    case 'blob':
      return null;
    case 'timestamp':
      return '1970-01-01T00:00:00';
    case 'list':
      return [sample(shape.member, named, above, name)];
    case 'map':
      return { KeyName: sample(shape.value, named, above, name) };
    case 'structure': {
      // A shape that holds itself is left empty the second time.
      if (above.includes(shape)) return {};
      const members = Object.entries(shape.members);
      return Object.fromEntries(
        members.map(([key, member]) => [key, sample(member, named, [...above, shape], key)]),
      );
    }
  }
}

/** The skeleton for `--cli-input-yaml`, with a note on what is required and what is allowed. */
export function skeletonYaml(shape: StructureShape<unknown>): string {
  if (Object.keys(shape.members).length === 0) return '{}\n';
  return yamlMembers(shape, '', [])
    .map((line) => `${line}\n`)
    .join('');
}

function yamlMembers(
  shape: StructureShape<unknown>,
  indent: string,
  above: readonly Shape[],
): readonly string[] {
  return Object.entries(shape.members).flatMap(([name, member]) => {
    const note = noteOn(member, shape.required.includes(name));
    const [first, ...rest] = yamlValue(member, indent, [...above, shape]);
    const inline = first === '' ? '' : ` ${first}`;
    return [`${indent}${name}:${inline}${note}`, ...rest];
  });
}

function noteOn(shape: Shape, required: boolean): string {
  const notes = [
    ...(required ? ['[REQUIRED]'] : []),
    ...(shape.kind === 'string' && shape.values ? [`Valid values are: ${shape.values.join(', ')}.`] : []),
  ];
  return notes.length === 0 ? '' : `  # ${notes.join(' ')}`;
}

/** The value: what follows the colon, then the lines below it. */
function yamlValue(shape: Shape, indent: string, above: readonly Shape[]): readonly string[] {
  switch (shape.kind) {
    case 'string':
      return [shape.values?.[0] ?? "''"];
    case 'integer':
    case 'long':
      return ['0'];
    case 'double':
      return ['0.0'];
    case 'boolean':
      return ['true'];
    case 'blob':
      return ["!!binary ''"];
    case 'timestamp':
      return ['1970-01-01 00:00:00'];
    case 'list': {
      const [first, ...rest] = yamlItem(shape.member, `${indent}  `, above);
      return ['', `${indent}- ${first}`, ...rest];
    }
    case 'map': {
      const [first, ...rest] = yamlValue(shape.value, `${indent}  `, above);
      return ['', `${indent}  KeyName:${first === '' ? '' : ` ${first}`}`, ...rest];
    }
    case 'structure':
      if (above.includes(shape)) return ['{}'];
      return ['', ...yamlMembers(shape, `${indent}  `, above)];
  }
}

function yamlItem(shape: Shape, indent: string, above: readonly Shape[]): readonly string[] {
  if (shape.kind !== 'structure') return yamlValue(shape, indent, above);
  if (above.includes(shape)) return ['{}'];
  const lines = yamlMembers(shape, indent, above);
  return [(lines[0] ?? '').slice(indent.length), ...lines.slice(1)];
}
