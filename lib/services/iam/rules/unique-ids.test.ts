import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accessKeyIdOf, accountOfAccessKeyId } from './unique-ids';

describe('access key ids', () => {
  it('carry the account as those of AWS do', () => {
    // Published with its account: Tal Be'ery, "A short note on AWS KEY ID", 2023.
    expect(accountOfAccessKeyId('ASIAQNZGKIQY56JQ7WML')).toBe('029608264753');
  });

  it('carry any account', () => {
    const account = fc.bigInt({ min: 0n, max: 10n ** 12n - 1n }).map((n) => String(n).padStart(12, '0'));
    fc.assert(
      fc.property(account, fc.uint8Array({ minLength: 10, maxLength: 10 }), (id, bytes) => {
        const key = accessKeyIdOf('AKIA', id, bytes);
        expect(key).toMatch(/^AKIA[A-Z2-7]{16}$/);
        expect(accountOfAccessKeyId(key)).toBe(id);
      }),
    );
  });

  it('are told from other texts', () => {
    expect(['', 'AKIA', 'AIDAQNZGKIQY56JQ7WML', 'ASIAQNZGKIQY56JQ7WM1'].map(accountOfAccessKeyId)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
