import type { Compression } from '../../run';

/** DEFLATE as the browser (or Node) does it. */
export const compression: Compression = {
  deflate: (bytes) => pumped(bytes, new CompressionStream('deflate-raw'), Number.POSITIVE_INFINITY),
  inflate: (bytes, limit) => pumped(bytes, new DecompressionStream('deflate-raw'), limit),
};

/** Reads to the end, or gives up as soon as more than `limit` bytes came out. */
async function pumped(
  bytes: Uint8Array,
  through: GenericTransformStream,
  limit: number,
): Promise<Uint8Array> {
  const reader = new Blob([bytes as BlobPart])
    .stream()
    .pipeThrough(through as ReadableWritablePair<Uint8Array, Uint8Array>)
    .getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    length += next.value.length;
    if (length > limit) {
      await reader.cancel();
      throw new Error(`more than ${limit.toLocaleString('en-US')} bytes`);
    }
    parts.push(next.value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
