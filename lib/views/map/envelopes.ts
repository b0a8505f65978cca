import { decodeBase64 } from '../../base';
import { type KeyRecord, keys } from '../../kms';
import type { EnvelopeView, SealView } from '../model';
import type { Scene } from '../scene';

/** Something that was wrapped under key material, wherever it lies. */
export interface Wrapped {
  readonly seal: SealView;
  readonly keyId: string;
  readonly materialId: string;
}

/** A KMS ciphertext of the smallest plaintext is longer than this; what is shorter is not looked at. */
const SHORTEST_CIPHERTEXT = 150;
const LONGEST_CIPHERTEXT = 8192;

/**
 * The KMS ciphertexts in a value of any form: bytes, or base64 text, at any depth. Which material wrapped them is
 * the lab's own knowledge.
 */
export function wrappedIn(scene: Scene, value: unknown): readonly Wrapped[] {
  const found: Wrapped[] = [];
  const look = (at: unknown): void => {
    const bytes = at instanceof Uint8Array ? at : typeof at === 'string' ? bytesOf(at) : undefined;
    if (bytes) {
      const made = scene.seals.ofCiphertext(scene.world, bytes);
      if (made) found.push(made);
    } else if (typeof at === 'object' && at !== null && !(at instanceof Uint8Array)) {
      for (const inner of Object.values(at)) look(inner);
    }
  };
  look(value);
  return found;
}

function bytesOf(text: string): Uint8Array | undefined {
  if (text.length < (SHORTEST_CIPHERTEXT * 4) / 3 || text.length > (LONGEST_CIPHERTEXT * 4) / 3)
    return undefined;
  return decodeBase64(text);
}

/** Whether a Region can read what a material wrapped, and if not, why. */
export type Readability = 'readable' | 'no key here' | 'key unusable';

/** The keys of a moment, by Region and id. */
export class KeyPlaces {
  private readonly places = new Map<string, Map<string, KeyRecord>>();

  constructor(scene: Scene) {
    for (const key of scene.world.table(keys).all()) {
      const here = this.places.get(key.region);
      if (here) here.set(key.keyId, key);
      else this.places.set(key.region, new Map([[key.keyId, key]]));
    }
  }

  get(region: string, keyId: string): KeyRecord | undefined {
    return this.places.get(region)?.get(keyId);
  }

  /** Regions that have keys. */
  regions(): readonly string[] {
    return [...this.places.keys()];
  }

  in(region: string): readonly KeyRecord[] {
    return [...(this.places.get(region)?.values() ?? [])];
  }

  readability(region: string, keyId: string): Readability {
    const key = this.get(region, keyId);
    if (!key) return 'no key here';
    return isUsable(key) ? 'readable' : 'key unusable';
  }
}

export function isUsable(key: Pick<KeyRecord, 'state'>): boolean {
  return key.state === 'Enabled' || key.state === 'Updating';
}

export function envelopeView(
  wrapped: Wrapped,
  {
    id,
    label,
    readability,
    arriving,
  }: { id: string; label: string; readability: Readability; arriving: boolean },
): EnvelopeView {
  const state = arriving ? 'arriving' : readability === 'readable' ? 'readable' : 'unreadable';
  return { id, seal: wrapped.seal, state, label };
}
