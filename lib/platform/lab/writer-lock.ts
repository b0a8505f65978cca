/** Whether this tab may save a run. */
export interface WriterLock {
  /** Lets another tab have it. */
  release(): void;
}

const nameOf = (runId: string) => `kms-lab run ${runId}`;

/**
 * Takes the one lock of a run. Answers undefined when another tab holds it and `steal` was not asked for.
 * @param onLost called when another tab took it over.
 */
export async function takeWriterLock(
  runId: string,
  { steal, onLost }: { readonly steal: boolean; readonly onLost: () => void },
): Promise<WriterLock | undefined> {
  // Where a page is not served securely there are no locks: then the store's own mark decides.
  if (!globalThis.navigator?.locks) return { release: () => {} };
  return await new Promise((resolve) => {
    const options: LockOptions = steal ? { steal: true } : { ifAvailable: true };
    const held = navigator.locks.request(nameOf(runId), options, (lock) => {
      if (!lock) {
        resolve(undefined);
        return undefined;
      }
      return new Promise<void>((release) => resolve({ release }));
    });
    held.catch(onLost);
  });
}
