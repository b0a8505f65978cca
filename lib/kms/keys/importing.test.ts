import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utf8ToBytes } from '../../base';
import { FOR_EVER, importRequest } from '../import.testkit';
import { DAY, KmsLab } from '../lab.testkit';

const SECRET = utf8ToBytes('order 42');

/** One thing that happens to one of two materials of a key that was rotated once. */
interface Step {
  readonly what: 'delete' | 'import' | 'import for a day' | 'wait a day';
  readonly which: 0 | 1;
}

const step: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom(
    'delete' as const,
    'import' as const,
    'import for a day' as const,
    'wait a day' as const,
  ),
  which: fc.constantFrom(0 as const, 1 as const),
});

describe('imported material', () => {
  it('works if and only if all permanent material is there, and the same bytes always restore decryption', () => {
    const bytes = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)] as const;
    const lab = new KmsLab('import');
    const KeyId = lab.createKey({ Origin: 'EXTERNAL' }).Arn;
    const bring = (which: 0 | 1, more: Record<string, unknown>) =>
      lab.ok<{ KeyMaterialId: string }>('ImportKeyMaterial', importRequest(lab, KeyId, bytes[which], more));
    const encrypt = () => lab.ok<{ CiphertextBlob: Uint8Array }>('Encrypt', { KeyId, Plaintext: SECRET });
    const ids = [bring(0, FOR_EVER).KeyMaterialId, ''];
    const blobs = [encrypt().CiphertextBlob];
    ids[1] = bring(1, { ...FOR_EVER, ImportType: 'NEW_KEY_MATERIAL' }).KeyMaterialId;
    lab.ok('RotateKeyOnDemand', { KeyId });
    lab.wait(10_000);
    blobs.push(encrypt().CiphertextBlob);
    const start = lab.world.log.head;
    const startMs = lab.world.nowMs;
    fc.assert(
      fc.property(fc.array(step, { maxLength: 10 }), (steps) => {
        lab.world.rewind(start, startMs);
        const endsAtMs: (number | undefined)[] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
        for (const { what, which } of steps) {
          if (what === 'delete') {
            lab.ok('DeleteImportedKeyMaterial', { KeyId, KeyMaterialId: ids[which] });
            endsAtMs[which] = undefined;
          } else if (what === 'wait a day') lab.wait(DAY);
          else {
            const ValidTo = what === 'import' ? undefined : lab.world.nowMs + DAY;
            const { KeyMaterialId } = bring(which, ValidTo === undefined ? FOR_EVER : { ValidTo });
            expect(KeyMaterialId).toBe(ids[which]);
            endsAtMs[which] = ValidTo ?? Number.POSITIVE_INFINITY;
          }
          const isThere = endsAtMs.every((end) => end !== undefined && end > lab.world.nowMs);
          expect(lab.describe(KeyId).KeyState).toBe(isThere ? 'Enabled' : 'PendingImport');
          for (const CiphertextBlob of blobs) {
            expect(lab.send('Decrypt', { CiphertextBlob }).ok).toBe(isThere);
          }
        }
      }),
      { numRuns: 10 },
    );
  });
});
