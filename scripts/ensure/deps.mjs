import { join } from 'node:path';
import { locked } from './lock.mjs';
import { npm } from './run.mjs';
import { digest, machine, readStamp, root, writeStamp } from './stamp.mjs';

const TRIES = 3;
// Inside node_modules on purpose: whoever removes the packages removes the claim that they are there.
const stampFile = join(root, 'node_modules', '.kms-lab-deps.json');

/**
 * True when npm's own record of what it installed has everything the lock file asks for, as after `npm ci` by hand.
 * @param {any} wanted package-lock.json
 * @param {any} present node_modules/.package-lock.json
 */
export function installMatches(wanted, present) {
  if (!wanted?.packages || !present?.packages) return false;
  return Object.entries(wanted.packages).every(([path, entry]) => {
    if (path === '' || entry.optional || entry.devOptional || entry.peer) return true;
    return present.packages[path]?.version === entry.version;
  });
}

const stampNow = () => ({ lock: digest(['package-lock.json']), machine });

function isCurrent() {
  const now = stampNow();
  const stamp = readStamp(stampFile);
  if (stamp && stamp.machine !== machine) return false;
  if (stamp?.lock === now.lock) return true;
  const present = readStamp(join(root, 'node_modules', '.package-lock.json'));
  if (!installMatches(readStamp(join(root, 'package-lock.json')), present)) return false;
  writeStamp(stampFile, now);
  return true;
}

async function install() {
  if (isCurrent()) return;
  process.stdout.write('Installing the dependencies (about half a minute, once).\n');
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    // No install script is needed: every compiled package we use comes prebuilt.
    const code = await npm(['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund']);
    if (code === 0) {
      writeStamp(stampFile, stampNow());
      return;
    }
    if (attempt < TRIES) process.stdout.write(`npm ci ended with ${code}; trying again.\n`);
  }
  throw new Error(
    `npm ci failed ${TRIES} times; its own message stands above. Check the network, then run the command again.`,
  );
}

export async function ensureDeps() {
  if (isCurrent()) return;
  await locked(install);
}
