import type { AwsWorld } from '../aws';
import { type MaterialRecord, materialOfCiphertext, materials } from '../kms';
import type { Line } from '../run';
import type { SealGlyph, SealHue, SealView } from './model';

const HUES = 8;
const GLYPHS: readonly SealGlyph[] = ['hex', 'disc', 'diamond', 'shield', 'square', 'clover'];
/** After so many both hue and glyph would come round together. */
const ROUND = 24;

/** The look of the n-th piece of key material of a run, counted from 0: 48 before two look alike. */
export function nthSeal(n: number): SealView {
  const glyph = GLYPHS[(n + Math.floor(n / ROUND)) % GLYPHS.length] as SealGlyph;
  return { hue: ((n % HUES) + 1) as SealHue, glyph, label: letters(n) };
}

/** A to Z, AA, AB, ... */
function letters(n: number): string {
  const rest = Math.floor(n / 26) - 1;
  return `${rest >= 0 ? letters(rest) : ''}${String.fromCharCode(65 + (n % 26))}`;
}

interface Seen {
  seq: number;
  /** By material id: no two keys share one but the members of a multi-Region set. */
  readonly order: Map<string, SealView>;
}

const seen = new WeakMap<Line, Seen>();

/**
 * The seals of a branch. Material gets its seal when it first appears and keeps it, whatever becomes of its
 * key: what it wrapped is still about. Members of a multi-Region set share material, and so the seal.
 */
export class Seals {
  private readonly order: ReadonlyMap<string, SealView>;

  private constructor(order: ReadonlyMap<string, SealView>) {
    this.order = order;
  }

  /** Call it while the line stands in its present. */
  static of(line: Line): Seals {
    let known = seen.get(line);
    if (!known) {
      known = { seq: 0, order: new Map() };
      seen.set(line, known);
    }
    for (const { seq, changes } of line.cloud.world.log.since(known.seq)) {
      for (const { table, before, after } of changes) {
        if (table !== materials.name || before || !after) continue;
        const { materialId } = after as MaterialRecord;
        if (!known.order.has(materialId)) known.order.set(materialId, nthSeal(known.order.size));
      }
      known.seq = seq;
    }
    return new Seals(known.order);
  }

  ofMaterial({ materialId }: Pick<MaterialRecord, 'materialId'>): SealView {
    return this.order.get(materialId) ?? { hue: 1, glyph: 'hex', label: '?' };
  }

  /** The lab's own knowledge: KMS tells nobody which material wrapped a blob. */
  ofCiphertext(
    world: AwsWorld,
    blob: Uint8Array,
  ): { readonly seal: SealView; readonly keyId: string; readonly materialId: string } | undefined {
    const made = materialOfCiphertext(world, blob);
    return made && { seal: this.ofMaterial(made), keyId: made.keyId, materialId: made.materialId };
  }
}
