// What never happens in this repository and the import rules cannot see. Each failure names its remedy.
//   node scripts/nevers.mjs
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesUnder, root } from './ensure/stamp.mjs';
import { globalNevers } from './nevers/globals.mjs';
import { shapeNevers } from './nevers/shape.mjs';
import { readSource } from './nevers/source.mjs';
import { wordNevers } from './nevers/words.mjs';

/** @type {readonly import('./nevers/source.mjs').Never[]} */
export const nevers = [...wordNevers, ...globalNevers, ...shapeNevers];

const places = ['.ci', 'app', 'components', 'content', 'e2e', 'lib', 'public', 'scripts'];
const rootFiles = [
  '.dependency-cruiser.cjs',
  'CONTRIBUTING.md',
  'README.md',
  'knip.json',
  'next.config.mjs',
  'package-lock.json',
  'package.json',
  'playwright.config.ts',
  'vitest.config.ts',
];
const textual = /\.(ts|tsx|mjs|cjs|css|json|md|yaml|yml|svg|html|txt)$|^\.ci\//;

/**
 * @param {string} path
 * @param {string} text
 * @returns {string[]} sentences, one for each violation
 */
export function violations(path, text) {
  const source = readSource(path, text);
  const sentences = nevers
    .filter((never) => never.applies(path))
    .flatMap((never) =>
      never
        .find(source)
        .map(({ line, found }) => `${path}:${line}  ${never.name}: ${found}\n    ${never.remedy}`),
    );
  return [...new Set(sentences)];
}

export function repositoryFiles() {
  return [...places, ...rootFiles].flatMap((path) => filesUnder(path)).filter((file) => textual.test(file));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const files = repositoryFiles();
  const found = files.flatMap((file) => violations(file, readFileSync(join(root, file), 'utf8')));
  if (files.length === 0) found.push('nevers: expected files to read, found none.');
  process.stdout.write(found.length ? `${found.join('\n')}\n` : `${files.length} files keep every never\n`);
  process.exitCode = found.length ? 1 : 0;
}
