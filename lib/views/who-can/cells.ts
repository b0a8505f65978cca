import type { AnyOperation, AwsWorld } from '../../aws';
import { needs } from '../../base';
import type { Cloud, Judgement, Supposed } from '../../cloud';
import { aliases, type KeyRecord } from '../../kms';
import type { Decision, LayerName } from '../../policy';
import { layerWord } from '../access';
import type { WhoCanCellView, WhoCanVerdict } from '../model';
import type { Someone } from '../policies/principals';
import { ANY_ALIAS, ON_ALIASES, sampleInput } from '../policies/sample-input';
import { openKeysOf } from './open-keys';

/** Asks the engine what it would decide. */
export type Judge = (operation: AnyOperation, supposed: Supposed) => Judgement;

/** One question of the table: a column on one key. */
export interface Asking {
  readonly operation: AnyOperation;
  readonly region: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** The key's account. */
  readonly account: string;
  /** Of what is done to an alias: those the key has, each asked by itself. */
  readonly aliases?: readonly string[];
}

export function kmsOperation(cloud: Pick<Cloud, 'operations'>, name: string): AnyOperation {
  const operation = cloud.operations('kms')?.[name];
  needs(operation, `KMS has an operation ${name}`);
  return operation;
}

/** Members that name a key. */
export const KEY_MEMBERS = ['KeyId', 'SourceKeyId', 'DestinationKeyId', 'TargetKeyId'] as const;

const samples = new WeakMap<AnyOperation, Record<string, unknown>>();

/** The request of an operation on a key, with every member that says nothing about permissions made up. */
export function askingOf(world: AwsWorld, operation: AnyOperation, key: KeyRecord): Asking {
  const members = operation.input.members;
  let sample = samples.get(operation);
  if (!sample) {
    sample = sampleInput(operation.input);
    samples.set(operation, sample);
  }
  const names = KEY_MEMBERS.filter((name) => name in members);
  const named = Object.fromEntries(names.map((name) => [name, key.arn]));
  const alias = 'AliasName' in members ? { AliasName: ANY_ALIAS } : {};
  const { region, account } = key;
  const asking = { operation, region, account, input: { ...sample, ...alias, ...named } };
  if (!ON_ALIASES.has(operation.name)) return asking;
  const held = world.table(aliases).by('target', key.arn);
  return { ...asking, aliases: held.map(({ name }) => name).sort() };
}

/** The question as it is asked of each of the key's aliases. */
export function perAlias({ aliases: names = [], ...asking }: Asking): readonly Asking[] {
  return names.map((AliasName) => ({ ...asking, input: { ...asking.input, AliasName } }));
}

export function supposedBy({ principal, kind }: Someone, { operation, region, input }: Asking): Supposed {
  return { principal, region, input, isOpen: openKeysOf(operation, principal, kind === 'role') };
}

const OF_GRANT = 'if the grant names it';

/** What one principal may do, in short. */
export function cellOf(judge: Judge, someone: Someone, asking: Asking): WhoCanCellView {
  const { operation, account, aliases: names } = asking;
  if (!names) return oneCell(judge, someone, asking);
  // An alias is looked for in the caller's own account, where one of the same name may be another's.
  if (someone.principal.account !== account) return never(operation.name, FOREIGN);
  const cells = perAlias(asking).map((one) => oneCell(judge, someone, one));
  return ofAliases(cells, names) ?? never(operation.name, NO_ALIAS);
}

export const NO_ALIAS = 'the key has no alias';
const FOREIGN = 'does not cross accounts';

function never(operation: string, because: string): WhoCanCellView {
  return { operation, verdict: 'never', because, depends: [] };
}

/** One answer for all aliases of a key, or for which of them it is not refused. */
function ofAliases(cells: readonly WhoCanCellView[], names: readonly string[]): WhoCanCellView | undefined {
  const [first] = cells;
  const open = names.filter((_, i) => cells[i]?.verdict !== 'refused');
  if (!first || open.length === 0) return first;
  const depends = [...new Set(cells.flatMap((cell) => cell.depends))];
  if (open.length < names.length) {
    return { ...first, verdict: 'conditional', because: `only ${open.join(', ')}`, depends };
  }
  return { ...(cells.find(({ verdict }) => verdict === 'conditional') ?? first), depends };
}

function oneCell(judge: Judge, someone: Someone, asking: Asking): WhoCanCellView {
  const { name } = asking.operation;
  const { refusal, checks } = judge(asking.operation, supposedBy(someone, asking));
  if (refusal) return never(name, FOREIGN);
  const decisions = checks.map(({ decision }) => decision);
  const worst = decisions.reduce<Decision | undefined>(worse, undefined);
  // RetireGrant asks for none of a key: the grant itself says who may retire it.
  if (!worst) return { operation: name, verdict: 'conditional', because: OF_GRANT, depends: [] };
  return {
    operation: name,
    verdict: verdictOf(worst),
    because: shortReason(worst),
    depends: [...new Set(decisions.flatMap(({ depends }) => depends))],
  };
}

const BADNESS: Readonly<Record<Decision['verdict'], number>> = {
  allow: 0,
  depends: 1,
  implicitDeny: 2,
  explicitDeny: 3,
};

function worse(a: Decision | undefined, b: Decision): Decision {
  return a && BADNESS[a.verdict] >= BADNESS[b.verdict] ? a : b;
}

export function verdictOf({ verdict }: Pick<Decision, 'verdict'>): WhoCanVerdict {
  if (verdict === 'allow') return 'allowed';
  return verdict === 'depends' ? 'conditional' : 'refused';
}

const WAYS: Readonly<Record<string, string>> = {
  direct: 'key policy',
  role: 'key policy',
  delegation: 'key policy and IAM',
  'identity-only': 'IAM policies',
  'other-allow': 'grant',
  root: 'key policy names the account',
};

const CROSS_WAYS: Readonly<Record<string, string>> = {
  direct: 'key policy and IAM over there',
  role: 'key policy and IAM over there',
  delegation: 'key policy and IAM over there',
  'other-allow': 'grant',
};

const SILENT: Readonly<Record<string, string>> = {
  resource: 'key policy silent',
  identity: 'no IAM policy',
};

/** Two to five words. */
export function shortReason({ verdict, reason, isCrossAccount, depends }: Decision): string {
  if (verdict === 'depends') return `if ${depends.join(', ')}`;
  if (verdict === 'allow') return (isCrossAccount ? CROSS_WAYS[reason] : undefined) ?? WAYS[reason] ?? reason;
  if (verdict === 'explicitDeny')
    return `denied by ${layerWord(reason.slice('explicit:'.length) as LayerName, true)}`;
  return SILENT[reason] ?? `${layerWord(reason as LayerName, true)} silent`;
}
