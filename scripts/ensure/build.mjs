import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { locked } from './lock.mjs';
import { run } from './run.mjs';
import { digest, filesUnder, machine, readStamp, root, stampsDir, writeStamp } from './stamp.mjs';

const stampFile = join(stampsDir, 'build.json');
const sources = [
  'app',
  'components',
  'content',
  'lib',
  'public',
  'next.config.mjs',
  'package-lock.json',
  'postcss.config.mjs',
  'scripts/csp.mjs',
  'scripts/ensure/build.mjs',
  'tsconfig.json',
  'tsconfig.next.json',
];

/** Files that no page is made from. */
const notBuilt = /\.(test|proof|testkit)\.tsx?$|\.md$/;

function buildSources() {
  return sources.flatMap((path) => filesUnder(path)).filter((file) => !notBuilt.test(file));
}

/** @param {string} from */
function isCurrent(from) {
  return readStamp(stampFile)?.from === from && existsSync(join(root, 'out', 'index.html'));
}

async function build() {
  const from = digest(buildSources(), [machine]);
  if (isCurrent(from)) return;
  process.stdout.write('Building the site (about half a minute the first time).\n');
  rmSync(stampFile, { force: true });
  const next = join(root, 'node_modules', 'next', 'dist', 'bin', 'next');
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' };
  const built = await run(process.execPath, [next, 'build'], { env });
  if (built !== 0) throw new Error(`The build ended with ${built}; Next's message stands above.`);
  const sealed = await run(process.execPath, [join(root, 'scripts', 'csp.mjs'), join(root, 'out')]);
  if (sealed !== 0) throw new Error('The pages could not be given their content security policy; see above.');
  writeStamp(stampFile, { from });
}

export async function ensureBuild() {
  if (isCurrent(digest(buildSources(), [machine]))) return;
  await locked(build);
}
