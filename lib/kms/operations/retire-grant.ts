import { type AccessCheck, type Call, isRefusal, type OtherAllow, type Refusal, shape } from '../../aws';
import { accountCheck } from '../declaring/checks';
import { declare } from '../declaring/declare';
import type { FoundKey } from '../declaring/lookup';
import { findGrant, findGrantByToken } from '../grants/find-grant';
import { type GrantRecord, grants } from '../records/grant';
import { contextConditions } from '../rules/condition-keys';
import { validation } from '../rules/errors';
import { grantId, keyId } from '../rules/shapes';

interface Input {
  readonly GrantToken?: string | undefined;
  readonly KeyId?: string | undefined;
  readonly GrantId?: string | undefined;
}

/**
 * Ends a grant, by those it was made for: its retiring principal, its grantee where the grant says so, or the account
 * that issued it. Key policies have no say.
 * refuses: Validation, InvalidGrantToken, InvalidGrantId, NotFound. fact: kms-engine 1.6, 10.2, authorization 3
 */
export const retireGrant = declare({
  name: 'RetireGrant',
  about: 'Ends a grant: for those it was made for.',
  input: shape.structure({
    GrantToken: shape.string({ min: 1, max: 8192 }),
    KeyId: keyId,
    GrantId: grantId,
    DryRun: shape.boolean(),
  }),
  readOnly: false,
  crossAccount: true,
  keys: { key: { member: 'KeyId', accepts: 'key', unasked: true } },
  validate: (input) => {
    const byId = input.KeyId !== undefined && input.GrantId !== undefined;
    const isNamedOnce = (input.GrantToken !== undefined) !== byId;
    return isNamedOnce ? undefined : validation('Grant token OR (grant ID, key ID) must be specified');
  },
  checks: (_own, call, { key }) => {
    const grant = grantOf(call, key);
    return isRefusal(grant) ? [] : [mayRetire(call as Call, grant)];
  },
  handle: ({ call, found }) => {
    const grant = grantOf(call, found.key);
    if (isRefusal(grant)) return grant;
    call.world.delete(grants, grants.id(grant));
    return undefined;
  },
  touches: (call, { key }) => {
    const grant = grantOf(call, key);
    return [isRefusal(grant) ? undefined : grant.keyArn];
  },
});

function grantOf(call: Call<Input>, found: FoundKey): GrantRecord | Refusal {
  const { GrantToken, GrantId } = call.input;
  if (GrantToken !== undefined) return findGrantByToken(call.world, GrantToken, call.region);
  return findGrant(call.world, found.key?.arn ?? '', GrantId ?? '');
}

/** The account that issued the grant may pass its right on by IAM; the others need no policy at all. */
function mayRetire(call: Call, grant: GrantRecord): AccessCheck {
  const { EncryptionContextEquals, EncryptionContextSubset } = grant.constraints ?? {};
  const conditions = () => contextConditions(EncryptionContextEquals ?? EncryptionContextSubset);
  const check = accountCheck('kms:RetireGrant', call, conditions, grant.keyArn);
  return {
    ...check,
    account: grant.issuingAccount,
    // fact: authorization 3, 9, vector 25
    isBeyondRcp: true,
    otherAllows: () => [ownRight(call, grant)],
  };
}

function ownRight({ principal }: Call, grant: GrantRecord): OtherAllow {
  const names = [principal.arn, principal.roleArn, principal.account];
  const isRetiring = names.includes(grant.retiringPrincipal ?? grant.retiringServicePrincipal ?? '');
  const isGrantee = names.includes(grant.granteePrincipal ?? '') && grant.operations.includes('RetireGrant');
  return {
    id: grant.grantId,
    label: 'the grant itself',
    allows: isRetiring || isGrantee,
    bothSides: true,
    explain: isRetiring
      ? 'names the caller as its retiring principal'
      : isGrantee
        ? 'lets its grantee retire it'
        : 'names another retiring principal',
  };
}
