import { signingId } from './configuration/credentials';
import type { Subcommand } from './custom-command';
import { sourceOf } from './endpoints';
import { generalError, unknownOptions } from './errors';
import { parseArguments } from './input/argument-parser';
import { flagsOf } from './input/operation-flags';
import { inputFromFlags } from './input/operation-input';
import { kebab } from './kebab';
import { type CliSession, credentialsOf, regionOf } from './session';

type Answered = Readonly<Record<string, unknown>>;

interface Waiter {
  readonly operation: string;
  readonly everyMs: number;
  readonly attempts: number;
  /** Refusals that mean `not yet`, or that it is so. */
  readonly goesOn: readonly string[];
  readonly ends: readonly string[];
  /** Whether an answer says that it is so. */
  isSo(answer: Answered): boolean;
}

function tableStatus(answer: Answered): unknown {
  return (answer.Table as Answered | undefined)?.TableStatus;
}

const WAITERS: Readonly<Record<string, Readonly<Record<string, Waiter>>>> = {
  dynamodb: {
    TableExists: {
      operation: 'DescribeTable',
      everyMs: 20_000,
      attempts: 25,
      goesOn: ['ResourceNotFoundException'],
      ends: [],
      isSo: (answer) => tableStatus(answer) === 'ACTIVE',
    },
    TableNotExists: {
      operation: 'DescribeTable',
      everyMs: 20_000,
      attempts: 25,
      goesOn: [],
      ends: ['ResourceNotFoundException'],
      isSo: () => false,
    },
  },
  s3: {
    BucketExists: {
      operation: 'HeadBucket',
      everyMs: 5000,
      attempts: 20,
      goesOn: ['404', 'NotFound', 'NoSuchBucket'],
      ends: [],
      isSo: () => true,
    },
    BucketNotExists: {
      operation: 'HeadBucket',
      everyMs: 5000,
      attempts: 20,
      goesOn: [],
      ends: ['404', 'NotFound', 'NoSuchBucket'],
      isSo: () => false,
    },
    ObjectExists: {
      operation: 'HeadObject',
      everyMs: 5000,
      attempts: 20,
      goesOn: ['404', 'NotFound', 'NoSuchKey'],
      ends: [],
      isSo: () => true,
    },
    ObjectNotExists: {
      operation: 'HeadObject',
      everyMs: 5000,
      attempts: 20,
      goesOn: [],
      ends: ['404', 'NotFound', 'NoSuchKey'],
      isSo: () => false,
    },
  },
};

/** What follows `aws <service> wait`; undefined where nothing does. */
export function waitersOf(service: string): Readonly<Record<string, Subcommand>> | undefined {
  const waiters = WAITERS[service];
  if (!waiters) return undefined;
  const subcommands = Object.entries(waiters).map(([name, waiter]): [string, Subcommand] => [
    kebab(name),
    {
      about: `Asks ${waiter.operation} every ${waiter.everyMs / 1000} seconds, at most ${waiter.attempts} times.`,
      run: (session, argv) => wait(session, service, name, waiter, argv),
    },
  ]);
  return Object.fromEntries(subcommands);
}

async function wait(
  session: CliSession,
  service: string,
  name: string,
  waiter: Waiter,
  argv: readonly string[],
): Promise<string> {
  const { host } = session;
  const operation = host.port.operations(service).find((one) => one.name === waiter.operation);
  if (!operation) throw generalError(`Waiter ${name} failed: ${waiter.operation} is not in the lab`);
  const flags = flagsOf(operation);
  const { values, rest } = parseArguments(argv, flags.options, []);
  if (rest.length > 0) throw unknownOptions(rest);
  const input = await inputFromFlags(operation, flags, values, host, false);
  const request = {
    service,
    operation: waiter.operation,
    region: regionOf(session, service),
    credentials: signingId(await credentialsOf(session)),
    input,
    source: sourceOf(session, service),
  };
  for (let attempt = 1; attempt <= waiter.attempts; attempt++) {
    const answer = await host.port.send(request);
    const refusal = answer.ok ? undefined : answer.refusal.name;
    if (answer.ok ? waiter.isSo(answer.output) : waiter.ends.includes(refusal as string)) return '';
    if (refusal !== undefined && !waiter.goesOn.includes(refusal)) {
      throw generalError(
        `Waiter ${name} failed: An error occurred (${refusal}): ${answer.ok ? '' : (answer.refusal.message ?? '')}`,
      );
    }
    if (attempt < waiter.attempts) await host.port.advance(waiter.everyMs);
  }
  throw generalError(`Waiter ${name} failed: Max attempts exceeded`);
}
