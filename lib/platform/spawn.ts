import type { Wire } from './rpc';

/** As much of a Worker as the page uses. */
export interface Thread extends Wire {
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  addEventListener(type: 'error', listener: (event: ErrorEvent) => void): void;
  terminate(): void;
}

export interface Threads {
  engine(): Thread;
  shell(): Thread;
}

/** The workers' entries. The bundler reads these lines: an address built in another way is not found. */
export const threads: Threads = {
  engine: () =>
    new Worker(new URL('./lab/engine.worker.ts', import.meta.url), { type: 'module', name: 'engine' }),
  shell: () =>
    new Worker(new URL('./lab/shell.worker.ts', import.meta.url), { type: 'module', name: 'shell' }),
};

export function quizThread(): Thread {
  return new Worker(new URL('./quiz.worker.ts', import.meta.url), { type: 'module', name: 'quiz' });
}
