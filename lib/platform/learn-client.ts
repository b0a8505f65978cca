import type { TrialView } from '../views';
import type { LearnApi, TrialQuestion } from './learn-protocol';
import { type Remote, remote } from './rpc';
import { quizThread, type Thread } from './spawn';

/** The page's hold on the worker that tries commands out. */
export class LearnClient {
  private readonly worker: Thread;
  private readonly learn: Remote<LearnApi>;
  private readonly broken: Promise<never>;

  constructor(thread: () => Thread = quizThread) {
    this.worker = thread();
    this.learn = remote<LearnApi>(this.worker);
    this.broken = new Promise((_, reject) => {
      this.worker.addEventListener('error', (event) => reject(new Error(event.message)));
    });
    this.broken.catch(() => {});
  }

  tryOut(question: TrialQuestion): Promise<TrialView> {
    return Promise.race([this.learn.tryOut(question), this.broken]);
  }

  dispose(): void {
    this.worker.terminate();
  }
}
