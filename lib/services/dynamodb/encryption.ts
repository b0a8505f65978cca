import { type Answer, type Call, type Refusal, refuse } from '../../aws';
import { encodeBase64, needs } from '../../base';
import type { TableEncryption, TableRecord } from './records/table';
import { tableKeyCacheId, tableKeyCaches } from './records/table-key-cache';
import { validation } from './rules/errors';
import { TABLE_KEY_CACHED_MS } from './rules/timing';
import { bytesOf } from './rules/values';

/** What distinguishes one table key from another. */
export interface TableKeyFor {
  readonly account: string;
  readonly region: string;
  readonly name: string;
}

/** The KMS key of a table whose request names none. fact: services 3 */
const MANAGED_KEY = 'alias/aws/dynamodb';

/**
 * Makes a table key under a KMS key, with the caller's permissions.
 * fact: services 1, 3 (calls and encryption context). differs: the grants for DynamoDB's background work are not made
 */
export function makeTableKey(
  call: Call<object>,
  table: TableKeyFor,
  keyId: string = MANAGED_KEY,
): TableEncryption | Refusal {
  const options = { region: table.region, via: `dynamodb.${table.region}.amazonaws.com` };
  const described = call.call('kms', 'DescribeKey', { KeyId: keyId }, options);
  if (!described.ok) return kmsValidation(described.refusal);
  const request = { KeyId: keyId, NumberOfBytes: 32, EncryptionContext: contextOf(table) };
  const made = call.call('kms', 'GenerateDataKey', request, options);
  if (!made.ok) return kmsValidation(made.refusal);
  const { CiphertextBlob, KeyId } = made.output;
  needs(
    CiphertextBlob instanceof Uint8Array && typeof KeyId === 'string',
    'GenerateDataKey answers a data key',
  );
  return { managed: keyId === MANAGED_KEY, keyArn: KeyId, wrappedTableKey: encodeBase64(CiphertextBlob) };
}

/**
 * Asks KMS for the table key, unless this caller's was asked for within five minutes. Only then are the caller's
 * permission and the key's state looked at again. fact: services 3
 */
export function refuseWithoutTableKey(call: Call<object>, table: TableRecord): Refusal | undefined {
  const { encryption } = table;
  if (!encryption) return undefined;
  const caller = call.principal.roleArn ?? call.principal.arn;
  const cached = call.world.table(tableKeyCaches).get(tableKeyCacheId(table.arn, caller));
  if (cached && cached.untilMs > call.nowMs) return undefined;
  const answer = unwrap(call, table, encryption);
  if (!answer.ok) return kmsAccess(answer.refusal);
  call.world.put(tableKeyCaches, { tableArn: table.arn, caller, untilMs: call.nowMs + TABLE_KEY_CACHED_MS });
  return undefined;
}

function unwrap(call: Call<object>, table: TableRecord, encryption: TableEncryption): Answer {
  const request = {
    CiphertextBlob: bytesOf(encryption.wrappedTableKey),
    EncryptionContext: contextOf(table),
  };
  return call.call('kms', 'Decrypt', request, { via: `dynamodb.${table.region}.amazonaws.com` });
}

function contextOf({ name, account }: TableKeyFor): Readonly<Record<string, string>> {
  return { 'aws:dynamodb:tableName': name, 'aws:dynamodb:subscriberId': account };
}

/** assumed: the form of the wrapped text, after one seen in public (its request id is left out here) */
function kmsValidation({ name, message, status }: Refusal): Refusal {
  const source = `(Service: AWSKMS; Status Code: ${status}; Error Code: ${name})`;
  const text = `com.amazonaws.services.kms.model.${name}: ${message ?? 'null'} ${source}`;
  return validation(`KMS validation error: ${text}`);
}

/** fact: authorization 11 (the prefix). assumed: one prefix for every reason KMS gives */
function kmsAccess(refusal: Refusal): Refusal {
  if (refusal.name === 'ThrottlingException') return refusal;
  const why =
    refusal.name === 'AccessDeniedException' ? refusal.message : `${refusal.name}: ${refusal.message}`;
  return refuse('AccessDeniedException', `KMS key access denied error: ${why}`);
}
