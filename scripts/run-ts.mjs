// Runs a TypeScript entry under plain Node: bundled once, then from the cache until one of its files changes.
//   node scripts/run-ts.mjs scripts/lab.ts --help
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { machine, readStamp, root, writeStamp } from './ensure/stamp.mjs';

const cacheDir = join(root, '.stamps', 'cache');
const maker = readFileSync(fileURLToPath(import.meta.url));

/**
 * @param {readonly string[]} files relative to the repository
 * @returns {string | undefined} undefined when one of them is gone
 */
function digestOf(files) {
  const hash = createHash('sha256').update(machine).update(maker);
  hash.update(readFileSync(join(root, 'package-lock.json')));
  for (const file of files) {
    const path = join(root, file);
    if (!existsSync(path)) return undefined;
    hash.update(`\0${file}\0`).update(readFileSync(path));
  }
  return hash.digest('hex');
}

/**
 * A file that asks where it stands is told its own place and not the bundle's.
 * @type {import('esbuild').Plugin}
 */
const ownAddress = {
  name: 'own-address',
  setup(build) {
    build.onLoad({ filter: /\.tsx?$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      if (!text.includes('import.meta.url')) return undefined;
      const address = JSON.stringify(pathToFileURL(path).href);
      return {
        contents: text.replaceAll('import.meta.url', address),
        loader: path.endsWith('x') ? 'tsx' : 'ts',
      };
    });
  },
};

/**
 * @param {string} entry
 * @param {string} bundle
 * @returns {Promise<string[]>} the files it was made from
 */
async function bundleTo(entry, bundle) {
  const { build } = await import('esbuild');
  // Written aside and renamed, so that two runs at once never read half a file.
  const outfile = `${bundle}.${process.pid}.mjs`;
  const { metafile } = await build({
    entryPoints: [entry],
    outfile,
    absWorkingDir: root,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    // Packages are loaded by Node itself from node_modules; only our own files are bundled.
    packages: 'external',
    loader: { '.yaml': 'text', '.md': 'text' },
    plugins: [ownAddress],
    sourcemap: 'inline',
    sourcesContent: false,
    metafile: true,
    logLevel: 'error',
  });
  renameSync(outfile, bundle);
  return Object.keys(metafile.inputs);
}

/**
 * @param {string} entry absolute path
 * @returns {Promise<string>} path of a bundle that is as new as its sources
 */
export async function bundled(entry) {
  const name = relative(root, entry).replace(/[^\w-]+/g, '-');
  const bundle = join(cacheDir, `${name}.mjs`);
  const stampFile = join(cacheDir, `${name}.json`);
  const stamp = readStamp(stampFile);
  if (stamp && existsSync(bundle) && stamp.from === digestOf(stamp.files)) return bundle;
  const files = await bundleTo(entry, bundle);
  writeStamp(stampFile, { from: digestOf(files), files });
  return bundle;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , given, ...args] = process.argv;
  if (!given || !existsSync(resolve(given))) {
    process.stderr.write(
      `run-ts: expected a TypeScript file to run, found ${given ? `"${given}"` : 'nothing'}.\n`,
    );
    process.exit(1);
  }
  const entry = resolve(given);
  process.setSourceMapsEnabled(true);
  const bundle = await bundled(entry).catch((error) => {
    process.stderr.write(
      `${given} could not be bundled: ${error instanceof Error ? error.message : String(error)}\n`,
    );
    process.exit(1);
  });
  // Same process: arguments, stdin, signals and the exit code are the entry's own.
  process.argv = [process.execPath, entry, ...args];
  await import(pathToFileURL(bundle).href);
}
