import type { ApiRequest, AwsWorld } from '../aws';
import { type KeyRecord, keys } from './records/key';
import { cryptographicCharge, OPERATION_TPS } from './rules/quotas';

/** The pool that a request on a key was charged to, as the present knows the key. */
export function poolOfRequest(
  world: AwsWorld,
  { operation, region, input }: ApiRequest,
  keyArn: string | undefined,
): string {
  if (Object.hasOwn(OPERATION_TPS, operation)) return operation;
  if (operation.startsWith('GenerateDataKeyPair')) return `pair/${String(input.KeyPairSpec)}`;
  const key = keyOf(world, keyArn);
  return cryptographicCharge(key?.keySpec, key?.customKeyStoreId, { region, account: '' }).pool;
}

function keyOf(world: AwsWorld, arn: string | undefined): KeyRecord | undefined {
  return arn === undefined ? undefined : world.table(keys).get(arn);
}
