import type { IncomingMessage } from 'node:http';

/** More than any request AWS would take. */
const BODY_LIMIT = 1024 * 1024;
/** What is read and thrown away so that a client with too much to say still hears the answer. */
const PATIENCE = 64 * 1024 * 1024;

/** The whole body, or undefined when it is longer than the limit. */
export function readBody(request: IncomingMessage): Promise<Uint8Array | undefined> {
  return new Promise((resolve, reject) => {
    let chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= BODY_LIMIT) chunks.push(chunk);
      else chunks = [];
      if (length > PATIENCE) request.destroy();
    });
    request.on('end', () => resolve(length > BODY_LIMIT ? undefined : joined(chunks)));
    request.on('error', reject);
  });
}

function joined(chunks: readonly Buffer[]): Uint8Array {
  return chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks);
}
