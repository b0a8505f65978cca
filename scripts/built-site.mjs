// What the measurements of the built product begin with.
import { join } from 'node:path';
import { run } from './ensure/run.mjs';
import { readStamp, root, stampsDir } from './ensure/stamp.mjs';
import { siteServer } from './serve.mjs';

/** The built site behind an address of its own, and the browser to open it in. */
export async function builtSite() {
  const ready = await run(process.execPath, ['scripts/ensure.mjs', 'deps', 'build', 'browser']);
  if (ready !== 0) process.exit(ready);
  const server = siteServer(join(root, 'out'));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  const port = address && typeof address === 'object' ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    browser: /** @type {string | undefined} */ (readStamp(join(stampsDir, 'browser.json'))?.path),
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
