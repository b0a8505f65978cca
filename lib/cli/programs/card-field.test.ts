import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskedCard, openCard, sealCard } from './card-field';

const key = new Uint8Array(32).fill(7);

describe('a card number encrypted by the application', () => {
  it('opens with its own key and for its own item only', () => {
    const field = sealCard(key, '1', '4111111111111111');
    expect(openCard(key, '1', field)).toBe('4111111111111111');
    expect(openCard(key, '2', field)).toBeUndefined();
    expect(openCard(new Uint8Array(32).fill(8), '1', field)).toBeUndefined();
  });

  it('opens whatever it was', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        fc.string(),
        fc.string(),
        (k, item, card) => {
          expect(openCard(k, item, sealCard(k, item, card))).toBe(card);
        },
      ),
    );
  });

  it('is shown with its middle hidden', () => {
    expect(maskedCard('4111111111111111')).toBe('411111******1111');
  });
});
