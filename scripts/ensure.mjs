// Brings the machine to the state a command needs, and does nothing where it already is.
//   node scripts/ensure.mjs deps build browser
// Plain Node and no dependency: it runs before anything is installed.
import { ensureBrowser } from './ensure/browser.mjs';
import { ensureBuild } from './ensure/build.mjs';
import { ensureDeps } from './ensure/deps.mjs';

/** @type {Record<string, () => Promise<void>>} */
const steps = { deps: ensureDeps, build: ensureBuild, browser: ensureBrowser };

const LEAST_NODE = 20;
const major = Number(process.versions.node.split('.')[0]);
if (major < LEAST_NODE) {
  process.stderr.write(
    `KMS Lab needs Node ${LEAST_NODE} or newer; this is Node ${process.versions.node} (${process.execPath}).\n`,
  );
  process.exit(1);
}

try {
  for (const name of process.argv.slice(2)) {
    const step = steps[name];
    if (!step) throw new Error(`ensure: expected one of ${Object.keys(steps).join(', ')}, found "${name}".`);
    await step();
  }
} catch (error) {
  process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
