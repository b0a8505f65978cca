import { parse as parseYaml } from 'yaml';
import type { AnyOperation } from '../../../aws';
import { isObject } from '../../../base';
import { type CliHost, expandNames, resolvePath } from '../cli-host';
import { parameterError, usageText } from '../errors';
import { pythonType } from '../python';
import { JsonTextError, parseJsonText } from './json-text';
import type { MemberFlag, OperationFlags } from './operation-flags';
import { parameterFile } from './parameter-file';
import { parameterValue } from './parameter-value';
import { streamOf } from './streams';

type Values = ReadonlyMap<string, unknown>;

/** The input that the flags of an operation spell, before it is checked. */
export async function inputFromFlags(
  operation: AnyOperation,
  flags: OperationFlags,
  values: Values,
  host: CliHost,
  paged: boolean,
): Promise<Record<string, unknown>> {
  const input: Record<string, unknown> = {};
  const stream = streamOf(operation.service, operation.name)?.input;
  for (const flag of flags.members) {
    if (paged && PAGING.includes(flag.dest)) continue;
    const given = values.get(flag.dest);
    if (given === undefined) continue;
    input[flag.member] =
      flag.member === stream ? await streamed(String(given), flag, host) : await flagValue(flag, given, host);
  }
  return withWholeInput(input, values, host);
}

/** Flags of the CLI's own pagination hide members of the same name. */
const PAGING: readonly string[] = ['starting-token', 'page-size', 'max-items'];

async function flagValue({ shape, flag }: MemberFlag, given: unknown, host: CliHost): Promise<unknown> {
  if (typeof given === 'boolean' || (typeof given === 'number' && shape.kind !== 'double')) return given;
  return parameterValue(shape, given as string | readonly string[], flag, host);
}

async function streamed(path: string, { flag }: MemberFlag, host: CliHost): Promise<Uint8Array> {
  const name = expandNames(path.replace(/^fileb:\/\//, ''), host.env);
  const content = await host.files.read(resolvePath(host.cwd, name));
  if (typeof content === 'string') throw parameterError(flag, 'Blob values must be a path to a file.');
  return content;
}

/** Members of `--cli-input-json` or `--cli-input-yaml` fill what no flag has filled. */
async function withWholeInput(
  input: Record<string, unknown>,
  values: Values,
  host: CliHost,
): Promise<Record<string, unknown>> {
  const kinds = ['json', 'yaml'].filter((kind) => values.get(`cli-input-${kind}`) !== undefined);
  if (kinds.length > 1) throw usageText('Only one --cli-input- parameter may be specified.');
  const kind = kinds[0];
  if (!kind) return input;
  const name = `cli-input-${kind}`;
  const text = values.get(name) as string;
  const loaded = (await parameterFile(text, `--${name}`, host)) ?? text;
  const whole = kind === 'json' ? fromJson(String(loaded), name) : fromYaml(String(loaded), name);
  if (!isObject(whole)) {
    throw parameterError(`--${name}`, `Invalid type: expecting map, received ${pythonType(whole)}`);
  }
  return { ...whole, ...input };
}

function fromJson(text: string, name: string): unknown {
  try {
    return parseJsonText(text);
  } catch (error) {
    if (error instanceof JsonTextError) throw parameterError(name, 'Invalid JSON received.');
    throw error;
  }
}

function fromYaml(text: string, name: string): unknown {
  try {
    return parseYaml(text);
  } catch {
    throw parameterError(name, 'Invalid YAML received.');
  }
}
