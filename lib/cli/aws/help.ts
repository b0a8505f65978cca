import type { AnyOperation, Shape } from '../../aws';
import { GLOBAL_OPTIONS } from './global-options';
import type { MemberFlag, OperationFlags } from './input/operation-flags';
import { streamOf } from './input/streams';
import { kebab } from './kebab';
import { jsonText } from './output/json';
import type { ServiceCommand } from './service-catalog';

/** A line of a list in a help text. */
export interface Topic {
  readonly name: string;
  readonly about: string;
}

const INDENT = '       ';

/** `aws help`. */
export function mainHelp(services: readonly ServiceCommand[], customs: readonly Topic[]): string {
  return page('AWS()', [
    ['NAME', ['aws -']],
    ['DESCRIPTION', ['The aws command of the lab: one command for every service in it.']],
    ['SYNOPSIS', ['aws [options] <command> <subcommand> [parameters]']],
    [
      'GLOBAL OPTIONS',
      GLOBAL_OPTIONS.flatMap(({ flag, takes, about }) => [
        `${flag}${takes === 'one' ? ' (string)' : ''}`,
        `   ${about}`,
      ]),
    ],
    [
      'AVAILABLE SERVICES',
      [
        ...services.map(({ command, operations }) => `o ${command} (${operations.size} operations)`),
        ...customs.map(({ name, about }) => `o ${name}: ${about}`),
      ],
    ],
  ]);
}

/** `aws kms help`. */
export function serviceHelp(service: ServiceCommand, extra: readonly Topic[]): string {
  const operations = [...service.operations].map(([name, { about }]) => ({ name, about }));
  return topicsHelp(service.command, `The operations of ${service.command} in the lab.`, [
    ...operations,
    ...extra,
  ]);
}

/** The help of a command that has subcommands. */
export function topicsHelp(command: string, about: string, topics: readonly Topic[]): string {
  return page(`${command.toUpperCase()}()`, [
    ['NAME', [`${command} -`]],
    ['DESCRIPTION', [about]],
    ['SYNOPSIS', [`aws ${command} <subcommand> [parameters]`]],
    ['AVAILABLE COMMANDS', topics.flatMap((topic) => [`o ${topic.name}`, `     ${topic.about}`])],
  ]);
}

/** `aws kms describe-key help`. */
export function operationHelp(command: string, operation: AnyOperation, flags: OperationFlags): string {
  const name = kebab(operation.name);
  const outfile = streamOf(operation.service, operation.name)?.output ? ['<outfile>'] : [];
  return page(`${name.toUpperCase()}()`, [
    ['NAME', [`${name} -`]],
    ['DESCRIPTION', [operation.about, ...pagingNote(name, flags)]],
    [
      'SYNOPSIS',
      [
        `  ${name}`,
        ...flags.members.map((flag) => `  ${synopsisOf(flag)}`),
        ...outfile.map((one) => `  ${one}`),
        ...ownSynopsis(flags),
      ],
    ],
    ['OPTIONS', flags.members.flatMap(optionHelp)],
    ['EXAMPLES', [exampleOf(command, name, flags)]],
    ['OUTPUT', outputHelp(operation.output)],
  ]);
}

type Part = readonly [heading: string, lines: readonly string[]];

function page(title: string, parts: readonly Part[]): string {
  const body = parts
    .filter(([, lines]) => lines.length > 0)
    .map(([heading, lines]) => `${heading}\n${indented(lines)}`);
  return `${title}\n\n${body.join('\n')}`;
}

function indented(lines: readonly string[]): string {
  const filled = lines.at(-1) === '' ? lines.slice(0, -1) : lines;
  return filled.map((line) => (line === '' ? '\n' : `${INDENT}${line}\n`)).join('');
}

function pagingNote(name: string, { pagination }: OperationFlags): readonly string[] {
  if (!pagination) return [];
  return [
    '',
    `${name} is a paginated operation: further requests are sent until all of ${pagination.results.join(', ')} is read.`,
    'Disable this with --no-paginate.',
  ];
}

function synopsisOf({ flag, dest, shape, required }: MemberFlag): string {
  const text = shape.kind === 'boolean' ? `${flag} | --no-${dest}` : `${flag} <value>`;
  return required ? text : `[${text}]`;
}

function ownSynopsis({ options, members }: OperationFlags): readonly string[] {
  const own = options.filter((option) => !members.some((member) => member.dest === option.dest));
  return own.map((option) => `  [${option.flag} <value>]`);
}

function optionHelp({ flag, dest, shape, required }: MemberFlag): readonly string[] {
  const names = shape.kind === 'boolean' ? `${flag} | --no-${dest}` : flag;
  const lines = [
    `${names} (${shape.kind})${required ? ' [required]' : ''}`,
    ...limitsOf(shape).map((limit) => `   ${limit}`),
  ];
  const shorthand = shorthandOf(shape);
  if (shorthand) lines.push('   Shorthand Syntax:', `      ${shorthand}`);
  if (isNested(shape))
    lines.push(
      '   JSON Syntax:',
      ...jsonText(syntaxOf(shape, 0))
        .split('\n')
        .map((line) => `      ${line}`),
    );
  return [...lines, ''];
}

function isNested(shape: Shape): boolean {
  return shape.kind === 'list' || shape.kind === 'map' || shape.kind === 'structure';
}

function limitsOf(shape: Shape): readonly string[] {
  const lines: string[] = [];
  if (shape.kind === 'string' && shape.values)
    lines.push('Possible values:', ...shape.values.map((value) => `  o ${value}`));
  if ('min' in shape && shape.min !== undefined)
    lines.push(
      `Constraints: min: ${shape.min}${'max' in shape && shape.max !== undefined ? `, max: ${shape.max}` : ''}`,
    );
  else if ('max' in shape && shape.max !== undefined) lines.push(`Constraints: max: ${shape.max}`);
  if (shape.kind === 'string' && shape.pattern) lines.push(`Pattern: ${shape.pattern}`);
  if (shape.kind === 'blob') lines.push('Base64 text, or fileb://path for the bytes of a file.');
  return lines;
}

/** `Key=string,Value=string ...`; undefined where only JSON will do. */
function shorthandOf(shape: Shape): string | undefined {
  if (shape.kind === 'list') {
    const inner = isNested(shape.member)
      ? shorthandOf(shape.member)
      : `${shape.member.kind} ${shape.member.kind}`;
    return inner && `${inner} ...`;
  }
  if (shape.kind === 'map')
    return isNested(shape.value) ? undefined : `KeyName1=${shape.value.kind},KeyName2=${shape.value.kind}`;
  if (shape.kind !== 'structure') return undefined;
  const members = Object.entries(shape.members);
  if (members.some(([, member]) => member.kind === 'structure' || member.kind === 'map')) return undefined;
  return members
    .map(
      ([name, member]) =>
        `${name}=${member.kind === 'list' ? `${member.member.kind},${member.member.kind}` : member.kind}`,
    )
    .join(',');
}

const DEEPEST = 4;

function syntaxOf(shape: Shape, depth: number): unknown {
  if (depth > DEEPEST) return '...';
  switch (shape.kind) {
    case 'list':
      return [syntaxOf(shape.member, depth + 1), '...'];
    case 'map':
      return { string: syntaxOf(shape.value, depth + 1), '...': '...' };
    case 'structure':
      return Object.fromEntries(
        Object.entries(shape.members).map(([name, member]) => [name, syntaxOf(member, depth + 1)]),
      );
    case 'string':
      return shape.values ? shape.values.join('|') : 'string';
    default:
      return shape.kind;
  }
}

function exampleOf(command: string, name: string, flags: OperationFlags): string {
  const required = flags.members.filter((flag) => flag.required);
  return [
    'aws',
    command,
    name,
    ...required.map(({ flag, shape }) =>
      shape.kind === 'boolean' ? flag : `${flag} ${placeholderOf(flag, shape)}`,
    ),
  ].join(' ');
}

function placeholderOf(flag: string, shape: Shape): string {
  if (shape.kind === 'blob') return 'fileb://file';
  if (shape.kind === 'string' && shape.values) return shape.values[0] as string;
  if (flag === '--key-id') return 'alias/example';
  return isNested(shape) ? `'${shorthandOf(shape) ?? '{...}'}'` : `<${shape.kind}>`;
}

function outputHelp(shape: Shape | undefined): readonly string[] {
  if (shape?.kind !== 'structure' || Object.keys(shape.members).length === 0) return ['None'];
  return Object.entries(shape.members).flatMap(([name, member]) => [`${name} -> (${member.kind})`]);
}
