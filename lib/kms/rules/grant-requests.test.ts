import { describe, expect, it } from 'vitest';
import { HOME, KmsLab } from '../lab.testkit';

const lab = new KmsLab('grant requests');
const keyOf = (input: Record<string, unknown> = {}) =>
  lab.ok<{ KeyMetadata: { Arn: string } }>('CreateKey', input).KeyMetadata.Arn;
const symmetric = keyOf();
const mac = keyOf({ KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' });

const ROOT = `arn:aws:iam::${HOME}:root`;
const USE = { GranteePrincipal: ROOT, Operations: ['Encrypt'] };
const BACKUP = { GranteeServicePrincipal: 'backup.amazonaws.com', Operations: ['Encrypt'] };
const BUCKET = { SourceArn: 'arn:aws:s3:::a-bucket-of-the-lab' };
const pairs = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`k${i}`, 'v']));

describe('CreateGrant', () => {
  it.each([
    [
      { Operations: ['Encrypt'] },
      'Exactly one of GranteePrincipal and GranteeServicePrincipal must be specified.',
    ],
    [{ ...USE, ...BACKUP }, 'Exactly one of GranteePrincipal and GranteeServicePrincipal must be specified.'],
    [
      { ...USE, RetiringPrincipal: ROOT, RetiringServicePrincipal: 'backup.amazonaws.com' },
      'Only one of RetiringPrincipal and RetiringServicePrincipal can be specified.',
    ],
    [
      { ...BACKUP, RetiringPrincipal: ROOT },
      'A grant to a service principal needs a SourceArn constraint and a retiring principal.',
    ],
    [
      { ...BACKUP, Constraints: BUCKET },
      'A grant to a service principal needs a SourceArn constraint and a retiring principal.',
    ],
    [{ ...USE, Operations: [] }, 'Operations must not be empty.'],
    [{ ...USE, Operations: ['CreateGrant'] }, 'Grants must not contain only the CreateGrant operation.'],
    [
      { ...USE, Constraints: { EncryptionContextEquals: pairs(1), EncryptionContextSubset: pairs(1) } },
      'Only one of EncryptionContextEquals and EncryptionContextSubset can be specified.',
    ],
    [
      { ...USE, Constraints: { EncryptionContextSubset: pairs(9) } },
      'A grant constraint holds at most 8 pairs, found 9.',
    ],
    [
      { ...USE, Constraints: { EncryptionContextEquals: { k: 'v'.repeat(385) } } },
      'A value in a grant constraint has at most 384 characters.',
    ],
    [{ ...USE, Operations: ['Encrypt', 'Sign'] }, `Operation Sign is not valid for the key ${symmetric}.`],
  ])('refuses %o (kms-engine 1.6, 10.1, 10.2)', (request, text) => {
    expect(lab.no('CreateGrant', { KeyId: symmetric, ...request })).toBe(`ValidationException: ${text}`);
  });

  it.each(['backup', 'amazonaws.com', 'backup..com', '.amazonaws.com', 'backup.amazonaws.'])(
    'takes no service principal of the name %s (kms-engine 1.3)',
    (name) => {
      const request = {
        ...BACKUP,
        RetiringPrincipal: ROOT,
        Constraints: BUCKET,
        GranteeServicePrincipal: name,
      };
      expect(lab.no('CreateGrant', { KeyId: symmetric, ...request })).toBe(
        `ValidationException: 1 validation error detected: Value '${name}' at 'granteeServicePrincipal' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[a-zA-Z0-9-]+(\\.[a-zA-Z0-9-]+){2,}$`,
      );
    },
  );

  it('takes context constraints for symmetric encryption keys alone (kms-engine 10.2)', () => {
    const request = { KeyId: mac, GranteePrincipal: ROOT, Operations: ['GenerateMac'] };
    expect(lab.no('CreateGrant', { ...request, Constraints: { EncryptionContextSubset: {} } })).toBe(
      'ValidationException: Encryption context constraints are valid only for symmetric encryption KMS keys.',
    );
    expect(lab.ok('CreateGrant', { ...request, Constraints: BUCKET })).toHaveProperty('GrantId');
  });

  it('takes as many pairs, and values as long, as AWS does (kms-engine 5.3)', () => {
    const context = { ...pairs(7), k7: 'v'.repeat(384) };
    const Constraints = { EncryptionContextEquals: context, ...BUCKET };
    const { GrantId } = lab.ok<{ GrantId: string }>('CreateGrant', {
      KeyId: symmetric,
      ...BACKUP,
      RetiringServicePrincipal: 'backup.amazonaws.com',
      Constraints,
    });
    const { Grants } = lab.ok<{ Grants: readonly object[] }>('ListGrants', { KeyId: symmetric, GrantId });
    expect(Grants).toEqual([expect.objectContaining({ Constraints, ...BACKUP, Name: '' })]);
  });
});
