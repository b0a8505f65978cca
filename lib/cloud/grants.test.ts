import { describe, expect, it } from 'vitest';
import type { Reply } from '../pipeline';
import { Cloud, HOME_ACCESS_KEY, HOME_ACCOUNT } from './cloud';

const REGION = 'eu-west-1';
const TRUST = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${HOME_ACCOUNT}:root` }, Action: 'sts:AssumeRole' },
  ],
});

/** A lab with a role that no policy allows anything, and a session of it. */
function labWithRole() {
  const cloud = new Cloud({ seed: 'grants', startMs: Date.UTC(2026, 0, 5) });
  const send = (
    service: string,
    operation: string,
    input: Record<string, unknown>,
    credentials = HOME_ACCESS_KEY,
  ) => cloud.send({ service, operation, region: REGION, credentials, input });
  const ok = <O>(reply: Reply): O => {
    if (!reply.ok) throw new Error(`${reply.refusal.name}: ${reply.refusal.message}`);
    return reply.output as O;
  };
  const { Role } = ok<{ Role: { Arn: string } }>(
    send('iam', 'CreateRole', { RoleName: 'batch', AssumeRolePolicyDocument: TRUST }),
  );
  const { Credentials } = ok<{ Credentials: { AccessKeyId: string } }>(
    send('sts', 'AssumeRole', { RoleArn: Role.Arn, RoleSessionName: 'night' }),
  );
  const { KeyMetadata } = ok<{ KeyMetadata: { Arn: string } }>(send('kms', 'CreateKey', {}));
  const kms = (operation: string, input: Record<string, unknown>) =>
    ok(send('kms', operation, input)) as never;
  const asBatch = (operation: string, input: Record<string, unknown>) =>
    send('kms', operation, { KeyId: KeyMetadata.Arn, ...input }, Credentials.AccessKeyId);
  return { cloud, kms, asBatch, roleArn: Role.Arn, KeyId: KeyMetadata.Arn };
}

const PLAINTEXT = { Plaintext: new Uint8Array(8) };

function outcome(reply: Reply): string {
  return reply.ok ? 'ok' : reply.refusal.name;
}

describe('a grant', () => {
  it('counts at once with its token, and by itself once it is visible everywhere', () => {
    const { cloud, kms, asBatch, roleArn, KeyId } = labWithRole();
    expect(outcome(asBatch('Encrypt', PLAINTEXT))).toBe('AccessDeniedException');
    const grant = kms('CreateGrant', { KeyId, GranteePrincipal: roleArn, Operations: ['Encrypt'] }) as {
      GrantToken: string;
    };
    expect(outcome(asBatch('Encrypt', PLAINTEXT))).toBe('AccessDeniedException');
    expect(outcome(asBatch('Encrypt', { ...PLAINTEXT, GrantTokens: [grant.GrantToken] }))).toBe('ok');
    expect(outcome(asBatch('Decrypt', { CiphertextBlob: new Uint8Array(1) }))).toBe('AccessDeniedException');
    cloud.advanceTo(cloud.world.nowMs + 5000);
    expect(outcome(asBatch('Encrypt', PLAINTEXT))).toBe('ok');
  });

  it.each([
    { constraint: 'EncryptionContextSubset', context: { tenant: 'acme', order: '7' }, expected: 'ok' },
    {
      constraint: 'EncryptionContextSubset',
      context: { tenant: 'globex' },
      expected: 'AccessDeniedException',
    },
    { constraint: 'EncryptionContextSubset', context: {}, expected: 'AccessDeniedException' },
    { constraint: 'EncryptionContextEquals', context: { tenant: 'acme' }, expected: 'ok' },
    {
      constraint: 'EncryptionContextEquals',
      context: { tenant: 'acme', order: '7' },
      expected: 'AccessDeniedException',
    },
  ])(
    'with $constraint tenant=acme and the context $context: $expected',
    ({ constraint, context, expected }) => {
      const { cloud, kms, asBatch, roleArn, KeyId } = labWithRole();
      const Constraints = { [constraint]: { tenant: 'acme' } };
      kms('CreateGrant', { KeyId, GranteePrincipal: roleArn, Operations: ['Encrypt'], Constraints });
      cloud.advanceTo(cloud.world.nowMs + 5000);
      expect(outcome(asBatch('Encrypt', { ...PLAINTEXT, EncryptionContext: context }))).toBe(expected);
    },
  );

  it('passes on no more than it has', () => {
    const { cloud, kms, asBatch, roleArn, KeyId } = labWithRole();
    kms('CreateGrant', {
      KeyId,
      GranteePrincipal: roleArn,
      Operations: ['Encrypt', 'CreateGrant'],
      Constraints: { EncryptionContextSubset: { tenant: 'acme' } },
    });
    cloud.advanceTo(cloud.world.nowMs + 5000);
    const child = { GranteePrincipal: roleArn, Operations: ['Encrypt'] };
    const same = { EncryptionContextSubset: { tenant: 'acme', order: '7' } };
    expect(outcome(asBatch('CreateGrant', child))).toBe('AccessDeniedException');
    expect(outcome(asBatch('CreateGrant', { ...child, Operations: ['Decrypt'], Constraints: same }))).toBe(
      'AccessDeniedException',
    );
    expect(outcome(asBatch('CreateGrant', { ...child, Constraints: same }))).toBe('ok');
  });

  it('is the same grant again for the same name and parameters, with a token of its own', () => {
    const { kms, roleArn, KeyId } = labWithRole();
    const input = { KeyId, GranteePrincipal: roleArn, Operations: ['Encrypt', 'Decrypt'], Name: 'nightly' };
    type Made = { GrantId: string; GrantToken: string };
    const first = kms('CreateGrant', input) as Made;
    const again = kms('CreateGrant', { ...input, Operations: ['Decrypt', 'Encrypt'] }) as Made;
    const other = kms('CreateGrant', { ...input, Operations: ['Encrypt'] }) as Made;
    expect([again.GrantId === first.GrantId, again.GrantToken === first.GrantToken]).toEqual([true, false]);
    expect(other.GrantId).not.toBe(first.GrantId);
    const { Grants } = kms('ListGrants', { KeyId, GrantId: first.GrantId }) as { Grants: object[] };
    expect(Grants).toEqual([
      {
        KeyId,
        GrantId: first.GrantId,
        Name: 'nightly',
        CreationDate: Date.UTC(2026, 0, 5),
        GranteePrincipal: roleArn,
        IssuingAccount: `arn:aws:iam::${HOME_ACCOUNT}:root`,
        Operations: ['Encrypt', 'Decrypt'],
      },
    ]);
  });

  it('is retired by those it was made for and revoked by those who administer the key', () => {
    const { kms, asBatch, roleArn, KeyId } = labWithRole();
    const input = { KeyId, GranteePrincipal: roleArn, Operations: ['Encrypt'] };
    const own = kms('CreateGrant', { ...input, RetiringPrincipal: roleArn }) as { GrantId: string };
    const foreign = kms('CreateGrant', input) as { GrantId: string };
    expect(outcome(asBatch('RetireGrant', { GrantId: foreign.GrantId }))).toBe('AccessDeniedException');
    expect(outcome(asBatch('RevokeGrant', { GrantId: own.GrantId }))).toBe('AccessDeniedException');
    expect(outcome(asBatch('RetireGrant', { GrantId: own.GrantId }))).toBe('ok');
    kms('RevokeGrant', { KeyId, GrantId: foreign.GrantId });
    expect(kms('ListGrants', { KeyId })).toEqual({ Grants: [], Truncated: false });
  });

  it('never outweighs a deny in the key policy', () => {
    const { cloud, kms, asBatch, roleArn, KeyId } = labWithRole();
    kms('CreateGrant', { KeyId, GranteePrincipal: roleArn, Operations: ['Encrypt'] });
    cloud.advanceTo(cloud.world.nowMs + 5000);
    const { Policy } = kms('GetKeyPolicy', { KeyId }) as { Policy: string };
    const document = JSON.parse(Policy) as { Statement: object[] };
    const deny = { Effect: 'Deny', Principal: { AWS: roleArn }, Action: 'kms:Encrypt', Resource: '*' };
    kms('PutKeyPolicy', {
      KeyId,
      Policy: JSON.stringify({ ...document, Statement: [...document.Statement, deny] }),
    });
    const reply = asBatch('Encrypt', PLAINTEXT);
    expect(reply.ok ? '' : reply.refusal.message).toBe(
      `User: arn:aws:sts::${HOME_ACCOUNT}:assumed-role/batch/night is not authorized to perform: kms:Encrypt on resource: ${KeyId} with an explicit deny in a resource-based policy`,
    );
  });
});

describe('refused grants', () => {
  const principal = `arn:aws:iam::${HOME_ACCOUNT}:user/student`;
  it.each([
    [{ Operations: ['CreateGrant'] }, 'Grants must not contain only the CreateGrant operation.'],
    [{ Operations: ['Sign'] }, /^Operation Sign is not valid for the key /],
    [{ Operations: ['Encrypt'], GranteePrincipal: undefined }, /^Exactly one of GranteePrincipal/],
    [
      { Operations: ['Encrypt'], Constraints: { EncryptionContextSubset: {}, EncryptionContextEquals: {} } },
      /^Only one of EncryptionContextEquals/,
    ],
    [
      { Operations: ['Encrypt'], GranteePrincipal: `arn:aws:iam::${HOME_ACCOUNT}:role/nobody` },
      /^Invalid principal/,
    ],
  ])('%o: %s', (input, message) => {
    const { cloud, KeyId } = labWithRole();
    const before = cloud.world.hash();
    const request = { KeyId, GranteePrincipal: principal, ...input };
    const reply = cloud.send({
      service: 'kms',
      operation: 'CreateGrant',
      region: REGION,
      credentials: HOME_ACCESS_KEY,
      input: request,
    });
    expect(reply.ok ? '' : reply.refusal.message).toMatch(message);
    cloud.world.rewind(cloud.world.log.head - 1);
    expect(cloud.world.hash()).toBe(before);
  });
});
