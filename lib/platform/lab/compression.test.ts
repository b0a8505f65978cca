import { describe, expect, it } from 'vitest';
import { compression } from './compression';

const text = new TextEncoder().encode('aws kms list-keys\n'.repeat(500));

describe('compression', () => {
  it('gives back what it has packed', async () => {
    const packed = await compression.deflate(text);
    expect(packed.length).toBeLessThan(text.length / 20);
    expect(await compression.inflate(packed, text.length)).toEqual(text);
  });

  it('gives up as soon as more comes out than was allowed', async () => {
    const packed = await compression.deflate(text);
    await expect(compression.inflate(packed, 1000)).rejects.toThrow('more than 1,000 bytes');
  });

  it('rejects bytes that are not packed or end too soon', async () => {
    const packed = await compression.deflate(text);
    for (const bytes of [new Uint8Array([7, 7, 7]), packed.slice(0, -4)]) {
      await expect(compression.inflate(bytes, 1_000_000)).rejects.toThrow();
    }
  });
});
