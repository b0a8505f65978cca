// One set-up at a time in one checkout. The holder touches the lock every second, so a lock whose holder died
// (or whose process id was given to another program) is recognised by its silence and taken over.
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stampsDir } from './stamp.mjs';

const HEARTBEAT_MS = 1_000;
const SILENCE_MS = 10_000;
const POLL_MS = 200;

/** @param {number} ms */
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/**
 * @param {string} file
 * @returns {{ holder: string, touchedMs: number } | undefined}
 */
function look(file) {
  try {
    return { holder: readFileSync(file, 'utf8'), touchedMs: statSync(file).mtimeMs };
  } catch {
    return undefined;
  }
}

/**
 * Removes a lock known to be stale, unless somebody else replaced it in the meantime.
 * @param {string} file
 * @param {string} staleHolder
 */
function breakLock(file, staleHolder) {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (readFileSync(aside, 'utf8') === staleHolder) rmSync(aside, { force: true });
  else renameSync(aside, file);
}

/**
 * @param {string} file
 * @param {string} me
 */
function tryTake(file, me) {
  try {
    writeFileSync(file, me, { flag: 'wx' });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Waits until the lock is ours.
 * @param {string} file
 * @param {string} me
 * @param {number} silenceMs
 */
async function take(file, me, silenceMs) {
  let told = false;
  let seen = look(file);
  let seenAt = performance.now();
  while (!tryTake(file, me)) {
    const now = look(file);
    if (now && (now.holder !== seen?.holder || now.touchedMs !== seen.touchedMs)) {
      seen = now;
      seenAt = performance.now();
    }
    const pid = Number(now?.holder.split(' ')[0]);
    const silent = performance.now() - seenAt > silenceMs;
    if (now && (silent || (pid > 0 && !isAlive(pid)))) {
      breakLock(file, now.holder);
      continue;
    }
    if (!told)
      process.stdout.write(`Another set-up of this folder is running (process ${pid}); waiting for it.\n`);
    told = true;
    await pause(POLL_MS);
  }
}

/**
 * Runs `work` while holding the lock.
 * @template T
 * @param {() => Promise<T>} work
 * @param {{ dir?: string, silenceMs?: number }} [options]
 * @returns {Promise<T>}
 */
export async function locked(work, { dir = stampsDir, silenceMs = SILENCE_MS } = {}) {
  mkdirSync(dir, { recursive: true });
  const file = join(dir, 'set-up.lock');
  const me = `${process.pid} ${performance.timeOrigin} ${performance.now()}`;
  await take(file, me, silenceMs);
  const beat = setInterval(() => {
    const now = new Date();
    if (look(file)?.holder === me) utimesSync(file, now, now);
  }, HEARTBEAT_MS);
  const release = () => {
    if (look(file)?.holder === me) rmSync(file, { force: true });
  };
  process.once('exit', release);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    process.removeListener('exit', release);
    release();
  }
}
