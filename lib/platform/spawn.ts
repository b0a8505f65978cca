/** The workers' entries. The bundler reads these two lines: an address built in another way is not found. */
export function spawnEngine(): Worker {
  return new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module', name: 'engine' });
}

export function spawnShell(): Worker {
  return new Worker(new URL('./shell.worker.ts', import.meta.url), { type: 'module', name: 'shell' });
}
