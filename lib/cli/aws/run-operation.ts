import type { AnyOperation } from '../../aws';
import { type CliHost, expandNames, resolvePath } from './cli-host';
import { signingId } from './configuration/credentials';
import { displayForm } from './display-form';
import { endpointUrlOf, sourceOf } from './endpoints';
import { unknownOptions, usageText } from './errors';
import { operationHelp } from './help';
import { parseArguments } from './input/argument-parser';
import { checkInput } from './input/check-input';
import { decodeBlobs, innerForm } from './input/inner-form';
import { flagsOf, type OperationFlags, waivesRequired } from './input/operation-flags';
import { inputFromFlags } from './input/operation-input';
import { streamOf } from './input/streams';
import { answerText, type OutputFormat, pagesText } from './output';
import { type Page, pages } from './pages';
import type { Pagination } from './pagination';
import type { Query } from './query';
import { type Sender, sendWithRetries } from './sender';
import { binaryFormatOf, type CliSession, credentialsOf, outputOf, regionOf } from './session';
import { sampleAnswer, skeletonJson, skeletonYaml } from './skeleton';

type Values = ReadonlyMap<string, unknown>;
type Input = Record<string, unknown>;

/** Runs `aws <service> <operation> ...`; answers what is printed. */
export async function runOperation(
  session: CliSession,
  command: string,
  operation: AnyOperation,
  argv: readonly string[],
): Promise<string> {
  const flags = flagsOf(operation, session.host.pagination);
  if (argv.length === 1 && argv[0] === 'help') return operationHelp(command, operation, flags);
  const values = parsed(flags, argv);
  const paged = pagingOf(session, flags, values);
  const input = await inputFromFlags(operation, flags, values, session.host, paged !== undefined);
  const skeleton = values.get('generate-cli-skeleton');
  if (skeleton === 'input') return skeletonJson(operation.input);
  if (skeleton === 'yaml-input') return skeletonYaml(operation.input);
  const call = new OperationCall(session, operation, values);
  if (skeleton === 'output') return call.sample(input);
  const manual = flags.pagination && givesTokens(flags.pagination, Object.keys(input));
  return paged && !manual ? call.paged(input, paged) : call.once(input);
}

function parsed(flags: OperationFlags, argv: readonly string[]): Values {
  const options = waivesRequired(argv)
    ? flags.options.map((option) => ({ ...option, required: false }))
    : flags.options;
  const { values, rest } = parseArguments(argv, options, flags.positionals);
  const surplus = values.get('help');
  const unknown = [...rest, ...(surplus === undefined ? [] : [String(surplus)])];
  if (unknown.length > 0) throw unknownOptions(unknown);
  return values;
}

/** How the answer is paginated; undefined where the first page is all that is asked for. */
function pagingOf(session: CliSession, flags: OperationFlags, values: Values): Pagination | undefined {
  const { pagination } = flags;
  if (!pagination) return undefined;
  const given = flags.members.filter((flag) => values.has(flag.dest)).map((flag) => flag.member);
  const shadowed = flags.members.map((flag) => flag.dest);
  const manual = givesTokens(
    pagination,
    given.filter((member) => member !== 'MaxItems'),
  );
  if (session.globals.paginate && !manual) return pagination;
  const used = ['starting-token', 'page-size', 'max-items'].filter(
    (name) => values.has(name) && !shadowed.includes(name),
  );
  if (used.length > 0) {
    const list = used.map((name) => `--${name}`).join(', ');
    throw usageText(`Cannot specify --no-paginate along with pagination arguments: ${list}`);
  }
  return undefined;
}

/** Whether the input turns the pages by itself. */
function givesTokens(pagination: Pagination, members: readonly string[]): boolean {
  const own = [...pagination.tokens.map(([input]) => input), pagination.limit];
  return members.some((member) => own.includes(member));
}

class OperationCall {
  private readonly session: CliSession;
  private readonly operation: AnyOperation;
  private readonly values: Values;

  constructor(session: CliSession, operation: AnyOperation, values: Values) {
    this.session = session;
    this.operation = operation;
    this.values = values;
  }

  private get query(): Query | undefined {
    return this.session.query;
  }

  async once(input: Input): Promise<string> {
    const { sender, checked } = await this.prepared(input);
    const output = await this.streamed(await sendWithRetries(sender, checked));
    return answerText(this.operation.name, this.shown(output), this.format(), this.query);
  }

  async paged(input: Input, pagination: Pagination): Promise<string> {
    const size = this.values.get('page-size') as number | undefined;
    const sized = size === undefined ? input : { ...input, [pagination.limit as string]: size };
    const { sender } = await this.prepared(sized);
    const wishes = {
      maxItems: this.values.get('max-items') as number | undefined,
      startingToken: this.values.get('starting-token') as string | undefined,
    };
    const all: Page[] = [];
    for await (const page of pages(pagination, wishes, async (tokens) => {
      const next = Object.entries({ ...sized, ...tokens }).filter(([, value]) => value !== null);
      const checked = this.checked(Object.fromEntries(next), await this.session.host.port.nowMs());
      return this.shown(await sendWithRetries(sender, checked));
    })) {
      all.push(page);
    }
    return pagesText(this.operation.name, pagination, all, this.format(), this.query);
  }

  /** An answer made up from the declaration; nothing is sent. */
  async sample(input: Input): Promise<string> {
    await this.prepared(input);
    return answerText(this.operation.name, sampleAnswer(this.operation.output), this.format(), this.query);
  }

  private async prepared(input: Input): Promise<{ sender: Sender; checked: Input }> {
    const { session, operation } = this;
    const region = regionOf(session, operation.service);
    const checked = this.checked(input, await session.host.port.nowMs());
    const credentials = session.globals.signs ? signingId(await credentialsOf(session)) : '';
    return {
      sender: {
        host: session.host,
        operation,
        region,
        credentials,
        source: sourceOf(session, operation.service),
        endpointUrl: endpointUrlOf(session, operation.service),
      },
      checked,
    };
  }

  private checked(input: Input, nowMs: number): Input {
    const shape = this.operation.input;
    const decoded = decodeBlobs(shape, input, binaryFormatOf(this.session));
    checkInput(shape, decoded, nowMs);
    return innerForm(shape, decoded, nowMs) as Input;
  }

  private shown(output: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
    const shape = this.operation.output;
    return shape ? (displayForm(shape, output) as Readonly<Record<string, unknown>>) : {};
  }

  private format(): OutputFormat {
    return outputOf(this.session);
  }

  /** Puts the member that travels as a stream into the file named on the line. */
  private async streamed(
    output: Readonly<Record<string, unknown>>,
  ): Promise<Readonly<Record<string, unknown>>> {
    const member = streamOf(this.operation.service, this.operation.name)?.output;
    if (member === undefined) return output;
    const { [member]: body, ...rest } = output;
    await writeOutfile(this.session.host, String(this.values.get('outfile')), body as Uint8Array | undefined);
    return rest;
  }
}

async function writeOutfile(host: CliHost, name: string, body: Uint8Array | undefined): Promise<void> {
  const path = resolvePath(host.cwd, expandNames(name, host.env));
  await host.files.write(path, body ?? new Uint8Array(0));
}
