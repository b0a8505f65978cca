import { remote } from '../rpc';
import { threads } from '../spawn';
import type { EngineApi, LinkContent } from './protocol';

/** Which lab a share link belongs to. A worker of its own reads it: what a stranger sends is taken apart there. */
export async function readLink(text: string): Promise<LinkContent> {
  const worker = threads.engine();
  try {
    return await new Promise<LinkContent>((resolve, reject) => {
      worker.addEventListener('error', (event) => reject(new Error(event.message)));
      remote<EngineApi>(worker).readLink(text).then(resolve, reject);
    });
  } finally {
    worker.terminate();
  }
}
