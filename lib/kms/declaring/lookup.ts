import type { AwsWorld, Principal } from '../../aws';
import { isAccountId, parseArn, type Refusal, refuse, regionalArn } from '../../aws';
import { createManagedKey, managedService } from '../keys/managed-keys';
import { keyIn } from '../keys/multi-region';
import { type AliasRecord, aliases } from '../records/alias';
import { type KeyRecord, keys } from '../records/key';
import {
  aliasesNotSupported,
  aliasNotFound,
  invalidKeyId,
  keyNotFound,
  notAuthorizedOrMissing,
  otherRegion,
} from '../rules/errors';
import { isSymmetric } from '../rules/key-specs';
import type { NamedMaterial } from '../use/read-ciphertext';

/**
 * How an operation lets a key be named: by `any` identifier; by `key` id or key ARN; by the name of its
 * `alias` alone, which is what the operations on aliases do. fact: kms-engine 1.4
 */
export type KeyForms = 'any' | 'key' | 'alias';

/** What a key identifier led to; the verdict is told to the caller only after the request was found valid. */
export interface FoundKey {
  readonly key?: KeyRecord | undefined;
  /** The alias by which the key was named. */
  readonly alias?: AliasRecord | undefined;
  /** What the ciphertext said of itself, where it named the key. */
  readonly ciphertext?: NamedMaterial | undefined;
  readonly verdict?: Refusal | undefined;
}

export interface Asking {
  readonly world: AwsWorld;
  readonly region: string;
  readonly principal: Principal;
  /** IAM action, for the refusal that does not reveal whether a foreign key exists. */
  readonly action: string;
  /** A bare key id may also be that of another account's symmetric key. fact: kms-engine 1.4 */
  readonly foreignIds?: boolean | undefined;
  /** An AWS managed key that is named for the first time comes to be: by its service, or by DescribeKey. */
  readonly bringsForth?: boolean | undefined;
}

const KEY_ID = /^(?:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|mrk-[0-9a-f]{32})$/;

/** Finds the key an identifier names: key id, key ARN, alias name or alias ARN. */
export function findKey(given: string, forms: KeyForms, asking: Asking): FoundKey {
  if (forms === 'alias') return findByAliasName(given, asking);
  if (given.startsWith('arn:')) return findByArn(given, forms, asking);
  if (given.startsWith('alias/')) {
    return forms === 'any' ? findByAliasName(given, asking) : { verdict: aliasesNotSupported() };
  }
  return findById(given, asking);
}

function findById(given: string, asking: Asking): FoundKey {
  const { world, region, principal } = asking;
  const arn = regionalArn('kms', region, principal.account, `key/${given}`);
  const key = world.table(keys).get(arn);
  if (key) return { key };
  if (!KEY_ID.test(given)) return { verdict: invalidKeyId(given) };
  const foreign = asking.foreignIds && keyIn(world, region, given);
  return foreign && isSymmetric(foreign.keySpec) ? { key: foreign } : { verdict: keyNotFound(arn) };
}

function findByArn(given: string, forms: KeyForms, asking: Asking): FoundKey {
  const key = asking.world.table(keys).get(given);
  if (key && key.region === asking.region) return { key };
  const arn = parseArn(given);
  if (arn?.service !== 'kms' || !isAccountId(arn.account)) return { verdict: invalidArn(given) };
  if (arn.region !== asking.region) return { verdict: otherRegion(arn.region) };
  const isForeign = arn.account !== asking.principal.account;
  if (arn.resource.startsWith('alias/')) {
    return forms === 'any' ? findByAlias(given, isForeign, asking) : { verdict: aliasesNotSupported() };
  }
  if (!arn.resource.startsWith('key/')) return { verdict: invalidArn(given) };
  return { verdict: isForeign ? missingOrDenied(asking) : keyNotFound(given) };
}

/** assumed: the text, of which no sample is known */
function invalidArn(given: string): Refusal {
  return refuse('InvalidArnException', `Invalid ARN: ${given}`);
}

function findByAliasName(name: string, asking: Asking): FoundKey {
  return findByAlias(regionalArn('kms', asking.region, asking.principal.account, name), false, asking);
}

function findByAlias(arn: string, isForeign: boolean, asking: Asking): FoundKey {
  const alias = asking.world.table(aliases).get(arn);
  const key = alias && asking.world.table(keys).get(alias.targetArn);
  if (key) return { key, alias };
  const service =
    asking.bringsForth && !isForeign ? managedService(parseArn(arn)?.resource ?? '') : undefined;
  if (service) {
    return createManagedKey(
      asking.world,
      { account: asking.principal.account, region: asking.region },
      service,
    );
  }
  return { verdict: isForeign ? missingOrDenied(asking) : aliasNotFound(arn) };
}

function missingOrDenied({ principal, action }: Asking): Refusal {
  return notAuthorizedOrMissing(principal.arn, action, 'this resource');
}
