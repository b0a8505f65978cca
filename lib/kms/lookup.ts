import type { AwsWorld, Principal } from '../aws';
import { isAccountId, parseArn, type Refusal, refuse, regionalArn } from '../aws';
import { type AliasRecord, aliases } from './records/alias';
import { type KeyRecord, keys } from './records/key';
import {
  aliasesNotSupported,
  aliasNotFound,
  invalidKeyId,
  keyNotFound,
  notAuthorizedOrMissing,
  otherRegion,
} from './rules/errors';

/** How an operation lets a key be named. fact: kms-engine 1.4 */
export type KeyForms = 'any' | 'key';

/** What a key identifier led to; the verdict is told to the caller only after the request was found valid. */
export interface FoundKey {
  readonly key?: KeyRecord | undefined;
  /** The alias by which the key was named. */
  readonly alias?: AliasRecord | undefined;
  readonly verdict?: Refusal | undefined;
}

export interface Asking {
  readonly world: AwsWorld;
  readonly region: string;
  readonly principal: Principal;
  /** IAM action, for the refusal that does not reveal whether a foreign key exists. */
  readonly action: string;
}

const KEY_ID = /^(?:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|mrk-[0-9a-f]{32})$/;

/** Finds the key an identifier names: key id, key ARN, alias name or alias ARN. */
export function findKey(given: string, forms: KeyForms, asking: Asking): FoundKey {
  if (given.startsWith('arn:')) return findByArn(given, forms, asking);
  const { region, principal } = asking;
  if (given.startsWith('alias/')) {
    return findByAlias(regionalArn('kms', region, principal.account, given), forms, asking);
  }
  if (!KEY_ID.test(given)) return { verdict: invalidKeyId(given) };
  return findByKeyArn(regionalArn('kms', region, principal.account, `key/${given}`), asking);
}

function findByArn(given: string, forms: KeyForms, asking: Asking): FoundKey {
  const arn = parseArn(given);
  if (!arn || arn.service !== 'kms' || !isAccountId(arn.account)) return { verdict: invalidArn(given) };
  if (arn.region !== asking.region) return { verdict: otherRegion(arn.region) };
  if (arn.resource.startsWith('alias/')) return findByAlias(given, forms, asking);
  if (arn.resource.startsWith('key/')) return findByKeyArn(given, asking);
  return { verdict: invalidArn(given) };
}

/** assumed: the text, of which no sample is known */
function invalidArn(given: string): Refusal {
  return refuse('InvalidArnException', `Invalid ARN: ${given}`);
}

function findByKeyArn(arn: string, asking: Asking): FoundKey {
  const key = asking.world.table(keys).get(arn);
  if (key) return { key };
  return { verdict: isForeign(arn, asking) ? missingOrDenied(asking) : keyNotFound(arn) };
}

function findByAlias(arn: string, forms: KeyForms, asking: Asking): FoundKey {
  if (forms === 'key') return { verdict: aliasesNotSupported() };
  const alias = asking.world.table(aliases).get(arn);
  const key = alias && asking.world.table(keys).get(alias.targetArn);
  if (key) return { key, alias };
  return { verdict: isForeign(arn, asking) ? missingOrDenied(asking) : aliasNotFound(arn) };
}

function isForeign(arn: string, asking: Asking): boolean {
  return parseArn(arn)?.account !== asking.principal.account;
}

function missingOrDenied({ principal, action }: Asking): Refusal {
  return notAuthorizedOrMissing(principal.arn, action, 'this resource');
}
