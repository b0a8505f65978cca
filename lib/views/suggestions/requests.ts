import type { ApiRequest } from '../../aws';
import { aliases, grants } from '../../kms';
import { type ElementTrace, type OperatorDefinition, parseOperator, type StatementTrace } from '../../policy';
import { vpcEndpoints } from '../../services/vpc';
import { kebab } from '../words';
import type { Change, Edit, Situation } from './edit';
import { actionOf } from './words';

type Pairs = Readonly<Record<string, string>>;

/** The same request, said otherwise: what a condition or a grant asks for. */
export function requestEdits(situation: Situation): readonly Edit[] {
  if (situation.request.service !== 'kms') return [];
  const statements = situation.check.layers.flatMap((layer) => layer.statements);
  return [...statements.flatMap((statement) => forStatement(situation, statement)), ...forGrants(situation)];
}

function forStatement(situation: Situation, statement: StatementTrace): readonly Edit[] {
  const conditions =
    statement.effect === 'Allow'
      ? statement.missing
      : statement.matched === 'yes'
        ? statement.elements.filter(({ element }) => element === 'Condition')
        : [];
  if (conditions.length === 0 || conditions.some(({ element }) => element !== 'Condition')) return [];
  // An Allow needs all of its conditions, a Deny has to lose one.
  if (statement.effect === 'Deny') return conditions.flatMap((one) => said(situation, [one], false));
  return said(situation, conditions, true);
}

/** The request said so that all of these conditions hold, or with `holds` false that none does. */
function said(situation: Situation, conditions: readonly ElementTrace[], holds: boolean): readonly Edit[] {
  const pairs = conditions.map(contextPair);
  if (pairs.every((pair) => pair !== undefined)) return [withContext(situation, Object.assign({}, ...pairs))];
  const [only, second] = conditions;
  if (!only || second) return [];
  return [
    ...throughEndpoint(situation, only),
    ...byAlias(situation, only),
    ...withinLimit(situation, only, holds),
  ];
}

/** Members that a limit speaks of, and what KMS takes there. fact: authorization 7 */
const NUMBERS: Readonly<
  Record<string, { readonly member: string; readonly min: number; readonly max: number }>
> = {
  'kms:schedulekeydeletionpendingwindowindays': { member: 'PendingWindowInDays', min: 7, max: 30 },
  'kms:rotationperiodindays': { member: 'RotationPeriodInDays', min: 90, max: 2560 },
};

function withinLimit(
  { request }: Situation,
  { key = '', operator = '', wanted }: ElementTrace,
  holds: boolean,
): readonly Edit[] {
  const number = NUMBERS[key.toLowerCase()];
  const definition = parseOperator(operator)?.definition;
  const [limit, second] = wanted;
  if (!number || definition?.reads !== 'text' || limit === undefined || second !== undefined) return [];
  const days = Number(
    definition.meet ? definition.meet(limit, 'subject', holds) : equal(definition, limit, holds),
  );
  if (!(days >= number.min && days <= number.max)) return [];
  const option = `--${kebab(number.member)} ${days}`;
  const change = withInput(request, { [number.member]: days }, option);
  return [{ sentence: `Ask for ${days} days: \`${option}\`.`, risks: [], change }];
}

function equal({ negated }: OperatorDefinition, limit: string, holds: boolean): string | undefined {
  return negated === holds ? undefined : limit;
}

const CONTEXT = 'kms:encryptioncontext:';

/** The pair that makes a condition on the encryption context say what is needed. */
function contextPair({ key = '', operator = '', wanted }: ElementTrace): Pairs | undefined {
  const [value] = wanted;
  const parsed = parseOperator(operator);
  if (
    !key.toLowerCase().startsWith(CONTEXT) ||
    value === undefined ||
    parsed?.definition.family !== 'String'
  ) {
    return undefined;
  }
  return { [key.slice(CONTEXT.length)]: value.replace(/[*?]/g, 'x') };
}

function withContext({ request, check }: Situation, pairs: Pairs): Edit {
  const member = contextMember(request, check.check.action);
  const held = request.input[member] as Pairs | undefined;
  const context = { ...held, ...pairs };
  const words = Object.entries(context).map(([name, value]) => `${name}=${value}`);
  return {
    sentence: `Pass the encryption context \`${words.join(', ')}\` in the request.`,
    risks: [],
    change: withInput(request, { [member]: context }, `--${kebab(member)} ${words.join(',')}`),
  };
}

function contextMember({ operation }: ApiRequest, action: string): string {
  if (operation !== 'ReEncrypt') return 'EncryptionContext';
  return action.endsWith('From') ? 'SourceEncryptionContext' : 'DestinationEncryptionContext';
}

function throughEndpoint({ cloud, request }: Situation, element: ElementTrace): readonly Edit[] {
  const { key = '', wanted } = element;
  if (!/^aws:SourceVpce$/i.test(key)) return [];
  const { region } = request;
  const endpoint = wanted
    .map((id) => cloud.world.table(vpcEndpoints).get(id))
    .find((one) => one?.region === region);
  if (!endpoint) return [];
  const source = { ...request.source, vpcEndpoint: endpoint.id };
  const option = `--endpoint-url https://${endpoint.id}-${endpoint.id.slice(-8)}.kms.${region}.vpce.amazonaws.com`;
  return [
    {
      sentence: `Send the request through the VPC endpoint \`${endpoint.id}\`.`,
      risks: [],
      change: { kind: 'request', request: { ...request, source }, option },
    },
  ];
}

function byAlias({ cloud, request, check }: Situation, { key = '', wanted }: ElementTrace): readonly Edit[] {
  if (!/^kms:RequestAlias$/i.test(key)) return [];
  const held = cloud.world.table(aliases).by('target', check.check.resource);
  const alias = held.find(({ name }) => wanted.some((want) => matchesName(want, name)));
  if (!alias) return [];
  const change = withInput(request, { KeyId: alias.name }, `--key-id ${alias.name}`);
  return [{ sentence: `Name the key by \`${alias.name}\`.`, risks: [], change }];
}

function matchesName(want: string, name: string): boolean {
  return want === name || (want.endsWith('*') && name.startsWith(want.slice(0, -1)));
}

/** Grants that would allow with the context they ask for. */
function forGrants(situation: Situation): readonly Edit[] {
  const { cloud, principal, check } = situation;
  const operation = actionOf(situation).slice('kms:'.length);
  const names = [principal.arn, principal.roleArn, principal.account];
  return cloud.world
    .table(grants)
    .by('key', check.check.resource)
    .filter(
      ({ operations, granteePrincipal }) =>
        operations.some((one) => one === operation) && names.includes(granteePrincipal),
    )
    .flatMap(({ constraints }) => {
      const pairs = constraints?.EncryptionContextEquals ?? constraints?.EncryptionContextSubset;
      return pairs ? [withContext(situation, pairs)] : [];
    });
}

export function withInput(
  request: ApiRequest,
  members: Readonly<Record<string, unknown>>,
  option: string,
): Change {
  return { kind: 'request', request: { ...request, input: { ...request.input, ...members } }, option };
}
