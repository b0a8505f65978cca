import type { AnyOperation, Shape } from '../../../aws';
import { kebab } from '../kebab';
import { type Pagination, paginationOf } from '../pagination';
import type { Option, Positional } from './argument-parser';
import { streamOf } from './streams';

/** A flag that fills one member of an operation's input. */
export interface MemberFlag {
  readonly flag: string;
  readonly dest: string;
  readonly member: string;
  readonly shape: Shape;
  readonly required: boolean;
}

export interface OperationFlags {
  readonly members: readonly MemberFlag[];
  readonly pagination: Pagination | undefined;
  readonly options: readonly Option[];
  readonly positionals: readonly Positional[];
}

const SKELETONS = ['input', 'output', 'yaml-input'] as const;

/** Flags that the CLI calls otherwise than the member: as `--endpoint` it would be short for `--endpoint-url`. */
const RENAMED: Readonly<Record<string, string>> = { 'sns Subscribe Endpoint': 'notification-endpoint' };

/** What can stand on the command line of an operation, read from its declaration. */
export function flagsOf(operation: AnyOperation, paginated = paginationOf): OperationFlags {
  const members = Object.entries(operation.input.members as Readonly<Record<string, Shape>>).map(
    ([member, shape]): MemberFlag => {
      const dest = RENAMED[`${operation.service} ${operation.name} ${member}`] ?? kebab(member);
      return { flag: `--${dest}`, dest, member, shape, required: operation.input.required.includes(member) };
    },
  );
  const pagination = paginated(operation.service, operation.name);
  const paging = pagination ? pagingOptions(pagination) : [];
  const own = members.flatMap(optionsOf).filter((option) => !paging.some((one) => one.flag === option.flag));
  const outfile = streamOf(operation.service, operation.name)?.output;
  return {
    members,
    pagination,
    options: [...own, ...paging, ...(outfile ? [] : INPUT_OPTIONS)],
    positionals: outfile ? [{ name: 'outfile', required: true }, HELP] : [HELP],
  };
}

const HELP: Positional = { name: 'help', required: false };

const INPUT_OPTIONS: readonly Option[] = [
  { flag: '--cli-input-json', dest: 'cli-input-json', takes: 'one' },
  { flag: '--cli-input-yaml', dest: 'cli-input-yaml', takes: 'one' },
  {
    flag: '--generate-cli-skeleton',
    dest: 'generate-cli-skeleton',
    takes: 'at most one',
    implied: 'input',
    choices: SKELETONS,
  },
];

function optionsOf({ flag, dest, shape, required }: MemberFlag): readonly Option[] {
  switch (shape.kind) {
    case 'boolean':
      return [
        { flag, dest, takes: 'nothing', implied: true },
        { flag: `--no-${dest}`, dest, takes: 'nothing', implied: false },
      ];
    case 'list':
      return [{ flag, dest, takes: 'any', required }];
    case 'long':
      return [{ flag, dest, takes: 'one', required, number: 'int' }];
    case 'double':
      return [{ flag, dest, takes: 'one', required, number: 'float' }];
    default:
      return [{ flag, dest, takes: 'one', required }];
  }
}

function pagingOptions(pagination: Pagination): readonly Option[] {
  const options: Option[] = [{ flag: '--starting-token', dest: 'starting-token', takes: 'one' }];
  if (pagination.limit) options.push({ flag: '--page-size', dest: 'page-size', takes: 'one', number: 'int' });
  options.push({ flag: '--max-items', dest: 'max-items', takes: 'one', number: 'int' });
  return options;
}

/** Words on the line that make every flag optional, because the input comes from elsewhere. */
export function waivesRequired(argv: readonly string[]): boolean {
  if (argv.includes('--cli-input-json') || argv.includes('--cli-input-yaml')) return true;
  const at = argv.indexOf('--generate-cli-skeleton');
  return at >= 0 && argv[at + 1] !== 'output';
}
