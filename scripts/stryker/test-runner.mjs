// StrykerJS's way to the vectors of lib/policy; vitest would take a second to start for each of thousands of faults.
import { dirname } from 'node:path';
import fc from 'fast-check';
import { filesUnder } from '../ensure/stamp.mjs';
import { bundleVectors, fileOf, idOf } from './vectors.mjs';

/** Random walks: what one of them kills, another run lets live. */
const LEFT_OUT = 'lib/policy/decision/properties.test.ts';

/**
 * Stryker takes a fault that is reached a hundred times as often as in a sound run for an endless loop. No vector here
 * tries again after it failed, so five times is plenty, and endless loops end before they cost a timeout.
 */
const STRICTER = 20;

/**
 * What the faults that Stryker plants look at, and where they count how often they are reached.
 * @type {{ activeMutant?: string, currentTestId?: string, hitCount?: number, hitLimit?: number, mutantCoverage?: unknown }}
 */
const switches = {};
Object.assign(globalThis, { __stryker__: switches });

/** @typedef {{ id: string, name: string, fileName: string, timeSpentMs: number, status: 0 | 1, failureMessage: string }} Result */
/** @typedef {{ testFilter?: string[], hitLimit?: number, activeMutant: { id: string, fileName: string } }} Fault */

class PolicyVectors {
  /** @param {string} base the tree with the planted faults: Stryker starts the runner there */
  constructor(base) {
    this.base = base;
  }

  /** A fault in what a module does when it is loaded needs no other treatment: all is loaded for every fault. */
  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    fc.configureGlobal({ seed: 1, numRuns: 30, endOnFailure: true });
    this.files = filesUnder('lib/policy', this.base).filter(
      (file) => file.endsWith('.test.ts') && file !== LEFT_OUT,
    );
    this.evaluate = await bundleVectors(this.base, this.files);
  }

  async dryRun() {
    const tests = [];
    for (const file of this.files ?? []) tests.push(...(await this.run([file], undefined)));
    return { status: 'complete', tests, mutantCoverage: switches.mutantCoverage };
  }

  /** @param {Fault} fault */
  async mutantRun({ testFilter, hitLimit, activeMutant }) {
    const limit = hitLimit === undefined ? undefined : hitLimit / STRICTER;
    Object.assign(switches, { activeMutant: activeMutant.id, hitCount: 0, hitLimit: limit });
    const wanted = new Set(testFilter);
    const tests = await this.run(nearestFirst(wanted, activeMutant.fileName), wanted);
    if (limit !== undefined && (switches.hitCount ?? 0) > limit) return { status: 'timeout' };
    const nrOfTests = tests.length;
    const failed = tests.find(({ status }) => status === 1);
    if (!failed) return { status: 'survived', nrOfTests };
    return { status: 'killed', killedBy: [failed.id], failureMessage: failed.failureMessage, nrOfTests };
  }

  /**
   * Loads everything anew, and ends at the first test that fails. Loading a file counts as its first test, and who
   * wants that one wants all of them.
   * @param {readonly string[]} files
   * @param {ReadonlySet<string> | undefined} wanted undefined: every test of the files
   */
  async run(files, wanted) {
    /** @type {Result[]} */
    const results = [];
    const load = this.evaluate?.();
    for (const fileName of files) {
      const loadId = idOf(fileName, '');
      const { value: vectors, ...loaded } = await attempt(loadId, fileName, () => load?.(fileName) ?? []);
      results.push(loaded);
      if (loaded.status === 1) return results;
      const isAll = !wanted || wanted.has(loadId);
      for (const { id, run } of vectors ?? []) {
        if (!isAll && !wanted.has(id)) continue;
        const { value: _, ...result } = await attempt(id, fileName, run);
        results.push(result);
        if (result.status === 1) return results;
      }
    }
    return results;
  }
}

/**
 * The files of some tests; those beside the fault find it soonest.
 * @param {ReadonlySet<string>} ids
 * @param {string} faulty
 */
function nearestFirst(ids, faulty) {
  const files = [...new Set([...ids].map(fileOf))];
  const isNear = (/** @type {string} */ file) => faulty.includes(dirname(file));
  return [...files.filter(isNear), ...files.filter((file) => !isNear(file))];
}

/**
 * @template T
 * @param {string} id
 * @param {string} fileName
 * @param {() => T} action
 * @returns {Promise<Result & { value?: Awaited<T> }>}
 */
async function attempt(id, fileName, action) {
  const start = performance.now();
  const about = { id, name: id, fileName };
  const timeSpentMs = () => performance.now() - start;
  switches.currentTestId = id;
  try {
    const value = await action();
    return { ...about, status: 0, failureMessage: '', timeSpentMs: timeSpentMs(), value };
  } catch (thrown) {
    return { ...about, status: 1, failureMessage: String(thrown), timeSpentMs: timeSpentMs() };
  } finally {
    switches.currentTestId = undefined;
  }
}

const create = Object.assign((base = process.cwd()) => new PolicyVectors(base), { inject: [] });
export const strykerPlugins = [{ kind: 'TestRunner', name: 'policy-vectors', factory: create }];
