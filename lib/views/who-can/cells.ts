import type { AnyOperation } from '../../aws';
import { needs } from '../../base';
import type { Cloud, Judgement, Supposed } from '../../cloud';
import type { KeyRecord } from '../../kms';
import type { Decision, LayerName } from '../../policy';
import { layerWord } from '../access';
import type { WhoCanCellView, WhoCanVerdict } from '../model';
import type { Someone } from '../policies/principals';
import { sampleInput } from '../policies/sample-input';
import { openKeysOf } from './open-keys';

/** Asks the engine what it would decide. */
export type Judge = (operation: AnyOperation, supposed: Supposed) => Judgement;

/** One question of the table: a column on one key. */
export interface Asking {
  readonly operation: AnyOperation;
  readonly region: string;
  readonly input: Readonly<Record<string, unknown>>;
}

export function kmsOperation(cloud: Pick<Cloud, 'operations'>, name: string): AnyOperation {
  const operation = cloud.operations('kms')?.[name];
  needs(operation, `KMS has an operation ${name}`);
  return operation;
}

const samples = new WeakMap<AnyOperation, Record<string, unknown>>();

/** The request of an operation on a key, with every member that says nothing about permissions made up. */
export function askingOf(operation: AnyOperation, key: KeyRecord): Asking {
  const members = operation.input.members;
  let sample = samples.get(operation);
  if (!sample) {
    sample = sampleInput(operation.input);
    samples.set(operation, sample);
  }
  const names = ['KeyId', 'SourceKeyId', 'DestinationKeyId', 'TargetKeyId'].filter((name) => name in members);
  const named = Object.fromEntries(names.map((name) => [name, key.arn]));
  return { operation, region: key.region, input: { ...sample, ...named } };
}

export function supposedBy({ principal, kind }: Someone, { operation, region, input }: Asking): Supposed {
  return { principal, region, input, isOpen: openKeysOf(operation, principal, kind === 'role') };
}

const OF_GRANT = 'if the grant names it';

/** What one principal may do, in short. */
export function cellOf(judge: Judge, someone: Someone, asking: Asking): WhoCanCellView {
  const { name } = asking.operation;
  const { refusal, checks } = judge(asking.operation, supposedBy(someone, asking));
  if (refusal) return { operation: name, verdict: 'never', because: 'does not cross accounts', depends: [] };
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
