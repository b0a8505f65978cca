import { REGIONS } from '../../aws';
import { commandNames, subcommandsOf } from '../aws/command';
import { GLOBAL_OPTIONS } from '../aws/global-options';
import { flagsOf, type OperationFlags } from '../aws/input/operation-flags';
import { type ServiceCommand, serviceCommands } from '../aws/service-catalog';
import type { LabPort } from '../port';
import type { Suggestion } from './suggestion';

export interface AwsContext {
  readonly port: Pick<LabPort, 'services' | 'operations'>;
  readonly profiles: readonly string[];
  /** Suggestions for a file name. */
  files(word: string): readonly Suggestion[];
}

/** Suggestions for the word after `aws` and these words. */
export function completeAws(
  before: readonly string[],
  word: string,
  context: AwsContext,
): readonly Suggestion[] {
  const services = serviceCommands(context.port);
  const { plain, pending } = read(before);
  const [command, subcommand] = plain;
  const service = services.find((one) => one.command === command);
  const operation = service?.operations.get(subcommand ?? '');
  const flags = operation && flagsOf(operation);
  if (pending !== undefined) return valuesOf(pending, flags, word, context);
  if (word.startsWith('-'))
    return startingWith(word, [...(flags ? flagNames(flags, before) : []), ...globalNames(before)]);
  if (command === undefined)
    return startingWith(
      word,
      commandNames(services).map((text) => ({ text })),
    );
  if (subcommand === undefined) return startingWith(word, subcommandNames(command, service));
  return fileWord(word, context);
}

/** The words that are no options, and the option that still waits for its value. */
function read(words: readonly string[]): { plain: readonly string[]; pending: string | undefined } {
  const plain: string[] = [];
  let pending: string | undefined;
  for (const word of words) {
    if (word.startsWith('--')) pending = word.includes('=') || takesNothing(word) ? undefined : word;
    else if (pending !== undefined && plain.length < 2) pending = undefined;
    else if (pending === undefined) plain.push(word);
    else pending = undefined;
  }
  return { plain, pending };
}

function takesNothing(flag: string): boolean {
  return GLOBAL_OPTIONS.some((option) => option.flag === flag && option.takes === 'nothing');
}

function subcommandNames(command: string, service: ServiceCommand | undefined): readonly Suggestion[] {
  if (!service) return subcommandsOf(command).map(([text, about]) => ({ text, about }));
  return [...service.operations].map(([text, { about }]) => ({ text, about }));
}

function flagNames({ options, members }: OperationFlags, before: readonly string[]): readonly Suggestion[] {
  return options
    .filter(({ flag }) => !before.includes(flag))
    .map(({ flag, dest }) => {
      const member = members.find((one) => one.dest === dest);
      return { text: flag, about: member && `${member.shape.kind}${member.required ? ', required' : ''}` };
    });
}

function globalNames(before: readonly string[]): readonly Suggestion[] {
  return GLOBAL_OPTIONS.filter(({ flag }) => !before.includes(flag)).map(({ flag, about }) => ({
    text: flag,
    about,
  }));
}

function valuesOf(
  flag: string,
  flags: OperationFlags | undefined,
  word: string,
  context: AwsContext,
): readonly Suggestion[] {
  if (flag === '--profile')
    return startingWith(
      word,
      context.profiles.map((text) => ({ text })),
    );
  if (flag === '--region' || /-region$/.test(flag)) {
    return startingWith(
      word,
      Object.entries(REGIONS).map(([text, about]) => ({ text, about })),
    );
  }
  const global = GLOBAL_OPTIONS.find((option) => option.flag === flag);
  const option = global ?? flags?.options.find((one) => one.flag === flag);
  const member = flags?.members.find((one) => one.flag === flag)?.shape;
  const item = member?.kind === 'list' ? member.member : member;
  const choices = option?.choices ?? (item?.kind === 'string' ? item.values : undefined);
  if (choices)
    return startingWith(
      word,
      choices.map((text) => ({ text })),
    );
  if (item?.kind === 'boolean') return startingWith(word, flags ? flagNames(flags, [flag]) : []);
  return fileWord(word, context);
}

/** `fileb://` and what may follow it. */
function fileWord(word: string, context: AwsContext): readonly Suggestion[] {
  const prefix = ['fileb://', 'file://'].find((one) => word.startsWith(one));
  if (prefix) {
    return context
      .files(word.slice(prefix.length))
      .map(({ text, about }) => ({ text: prefix + text, about }));
  }
  if (word === '') return [];
  return startingWith(word, [{ text: 'fileb://' }, { text: 'file://' }]);
}

export function startingWith(word: string, suggestions: readonly Suggestion[]): readonly Suggestion[] {
  return suggestions.filter(({ text }) => text.startsWith(word) && text !== word);
}
