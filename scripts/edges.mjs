// Checks who imports whom against .dependency-cruiser.cjs.
//   node scripts/edges.mjs
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { root } from './ensure/stamp.mjs';

const folders = ['app', 'components', 'content', 'e2e', 'lib', 'scripts'];

/** @typedef {{ rule: string, from: string, to: string, remedy: string }} Violation */

/** @returns {{ forbidden: { name: string, comment: string }[], options: Record<string, any> }} */
export function importRules() {
  return createRequire(import.meta.url)('../.dependency-cruiser.cjs');
}

/**
 * @param {string} baseDir the repository, or a planted tree shaped like it
 * @returns {Promise<{ modules: number, violations: Violation[] }>}
 */
export async function checkEdges(baseDir = root) {
  const { forbidden, options } = importRules();
  const { enhancedResolveOptions, tsConfig, ...rest } = options;
  const present = folders.filter((folder) => existsSync(join(baseDir, folder)));
  const { output } = await cruise(
    present,
    { ...rest, baseDir, validate: true, ruleSet: /** @type {any} */ ({ forbidden }) },
    enhancedResolveOptions,
    { tsConfig: extractTSConfig(join(root, tsConfig.fileName)) },
  );
  if (typeof output === 'string') throw new Error('edges: expected a result, found text.');
  const remedies = new Map(forbidden.map(({ name, comment }) => [name, comment]));
  const violations = output.summary.violations.map(({ rule, from, to, cycle }) => ({
    rule: rule.name,
    from,
    to: cycle ? cycle.map(({ name }) => name).join(' -> ') : to,
    remedy: remedies.get(rule.name) ?? '',
  }));
  return { modules: output.summary.totalCruised, violations };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { modules, violations } = await checkEdges();
  for (const { rule, from, to, remedy } of violations) {
    process.stdout.write(`${from} -> ${to}  ${rule}\n    ${remedy}\n`);
  }
  // A cruiser that reads nothing finds nothing: silence is only good news when there was something to read.
  if (modules === 0) process.stdout.write('edges: expected modules to read, found none.\n');
  else if (violations.length === 0) process.stdout.write(`${modules} modules keep every import rule\n`);
  process.exitCode = violations.length > 0 || modules === 0 ? 1 : 0;
}
