import { type Call, shape } from '../../aws';
import { bytesToHex, canonicalText, encodeBase64 } from '../../base';
import { declare } from '../declaring/declare';
import { type GrantRecord, grants } from '../records/grant';
import type { KeyRecord } from '../records/key';
import { contextConditions, forAwsResource } from '../rules/condition-keys';
import { type GrantRequest, refuseGrantOn, refuseGrantRequest } from '../rules/grant-requests';
import { grantsQuotaReached } from '../rules/limits';
import {
  grantConstraints,
  grantName,
  grantOperations,
  grantTokens,
  keyId,
  principalId,
  servicePrincipal,
} from '../rules/shapes';

/** assumed: how long until a grant counts without its token; AWS says seconds, at most five minutes (kms-engine 1.4) */
const VISIBLE_AFTER_MS = 5000;
const TOKEN_LENGTH = 120;

/**
 * Adds a grant to a KMS key. With a name, a repeated request gives the same grant again.
 * refuses: Validation, InvalidArn, LimitExceeded. fact: kms-engine 1.6, 10.1, 10.2
 */
export const createGrant = declare({
  name: 'CreateGrant',
  about: 'Allows a principal to use a KMS key for the operations listed.',
  input: shape.structure(
    {
      KeyId: keyId,
      GranteePrincipal: principalId,
      RetiringPrincipal: principalId,
      Operations: grantOperations,
      Constraints: grantConstraints,
      GrantTokens: grantTokens,
      Name: grantName,
      DryRun: shape.boolean(),
      GranteeServicePrincipal: servicePrincipal,
      RetiringServicePrincipal: servicePrincipal,
    },
    ['KeyId', 'Operations'],
  ),
  output: shape.structure({ GrantToken: shape.string(), GrantId: shape.string() }),
  readOnly: false,
  crossAccount: true,
  keys: {
    key: { member: 'KeyId', accepts: 'key', grant: 'CreateGrant', conditions: grantConditions },
  },
  validate: (input) => refuseGrantRequest(input),
  handle: ({ input, call, keys: { key } }) => {
    const table = call.world.table(grants);
    const refusal =
      refuseGrantOn(key, input, call as Call) ??
      grantsQuotaReached(call.world, key, table.countBy('key', key.arn));
    if (refusal) return refusal;
    const GrantToken = encodeBase64(call.random('grant-token', TOKEN_LENGTH));
    const fresh = newGrant(call, input, key, GrantToken);
    const held =
      fresh.name === '' ? undefined : table.by('key', key.arn).find((grant) => isSame(grant, fresh));
    const grant = held ? { ...held, tokens: [...held.tokens, GrantToken] } : fresh;
    call.world.put(grants, grant);
    return { GrantToken, GrantId: grant.grantId };
  },
  // The token is not logged. fact: kms-engine 10.2
  responseElements: ({ GrantId }, { key }) => ({ grantId: GrantId, keyId: key.key?.arn }),
});

/** Written down member by member, the fifty thousand grants of a key are alike in memory and quick to go through. */
function newGrant(
  call: Pick<Call, 'random' | 'principal' | 'nowMs'>,
  input: GrantRequest & { readonly Name?: string },
  key: KeyRecord,
  token: string,
): GrantRecord {
  return {
    grantId: bytesToHex(call.random('grant-id', 32)),
    keyArn: key.arn,
    operations: input.Operations,
    constraints: input.Constraints,
    visibleAtMs: call.nowMs + VISIBLE_AFTER_MS,
    tokens: [token],
    name: input.Name ?? '',
    granteePrincipal: input.GranteePrincipal,
    granteeServicePrincipal: input.GranteeServicePrincipal,
    retiringPrincipal: input.RetiringPrincipal,
    retiringServicePrincipal: input.RetiringServicePrincipal,
    issuingAccount: call.principal.account,
    createdAtMs: call.nowMs,
  };
}

/** Same name and same parameters, in whatever order the operations are listed. */
function isSame(held: GrantRecord, fresh: GrantRecord): boolean {
  return held.name === fresh.name && parametersOf(held) === parametersOf(fresh);
}

function parametersOf(grant: GrantRecord): string {
  const { grantId, createdAtMs, visibleAtMs, tokens, operations, ...parameters } = grant;
  return canonicalText({ ...parameters, operations: [...operations].sort() });
}

function grantConditions(input: GrantRequest, call: Pick<Call, 'source'>) {
  const { Constraints = {} } = input;
  const { EncryptionContextEquals, EncryptionContextSubset, SourceArn } = Constraints;
  const type = EncryptionContextEquals
    ? ['EncryptionContextEquals']
    : EncryptionContextSubset && ['EncryptionContextSubset'];
  return {
    'kms:GrantOperations': [...input.Operations],
    'kms:GrantConstraintType': type,
    'kms:GrantConstraintSourceArn': SourceArn === undefined ? undefined : [SourceArn],
    ...forAwsResource(call),
    'kms:GranteePrincipal': listOf(input.GranteePrincipal),
    'kms:GranteeServicePrincipal': listOf(input.GranteeServicePrincipal),
    'kms:RetiringPrincipal': listOf(input.RetiringPrincipal),
    'kms:RetiringServicePrincipal': listOf(input.RetiringServicePrincipal),
    ...contextConditions(EncryptionContextEquals ?? EncryptionContextSubset),
  };
}

function listOf(value: string | undefined): readonly string[] | undefined {
  return value === undefined ? undefined : [value];
}
