import { type AwsWorld, parseArn, regionalArn } from '../../aws';
import { applicationId, applications } from '../../cloud';
import { aliases, type KeyRecord, keys, metadataOf } from '../../kms';
import type { KeyMatch, KeyReference } from '../schema';
import { type Evidence, homeAccount } from './evidence';
import { fits } from './fits';

/** Whether such a key is there. */
export function keyIsSo(wanted: KeyMatch, evidence: Evidence): boolean {
  const { world } = evidence.cloud;
  const other = wanted.sameAs && referredKeys(wanted.sameAs, evidence)[0];
  if (wanted.sameAs && !other) return false;
  return referredKeys(wanted, evidence).some(
    (key) => fits(wanted.is ?? {}, keyFacts(world, key)) && (!other || other.keyId === key.keyId),
  );
}

function referredKeys(
  { region, alias, application }: KeyReference,
  evidence: Evidence,
): readonly KeyRecord[] {
  const { world } = evidence.cloud;
  const account = homeAccount(evidence);
  const configured = application && configuredKey(application, region, evidence);
  if (application && !configured) return [];
  const given = alias ?? configured;
  if (!given) return world.table(keys).by('customerOwner', `${account}/${region}`);
  const key = namedKey(world, given, region, account);
  return key ? [key] : [];
}

/** What an application is configured to encrypt under in a Region. */
export function configuredKey(application: string, region: string, evidence: Evidence): string | undefined {
  const { world } = evidence.cloud;
  return world.table(applications).get(applicationId(homeAccount(evidence), application))?.keyIds[region];
}

/** The ARN of a key by any form of its name that KMS accepts. */
export function namedKeyArn(given: string, region: string, evidence: Evidence): string | undefined {
  return namedKey(evidence.cloud.world, given, region, homeAccount(evidence))?.arn;
}

/** A key by any form of its name that KMS accepts. */
function namedKey(world: AwsWorld, given: string, region: string, account: string): KeyRecord | undefined {
  const arn = given.startsWith('arn:')
    ? given
    : regionalArn('kms', region, account, given.startsWith('alias/') ? given : `key/${given}`);
  const isAlias = parseArn(arn)?.resource.startsWith('alias/');
  const target = isAlias ? world.table(aliases).get(arn)?.targetArn : arn;
  return target === undefined ? undefined : world.table(keys).get(target);
}

/** A key as DescribeKey answers it, moments in milliseconds, with its policy and whether it rotates. */
export function keyFacts(world: AwsWorld, key: KeyRecord): Readonly<Record<string, unknown>> {
  return { ...metadataOf(world, key), KeyRotationEnabled: key.rotation !== undefined, Policy: key.policy };
}
