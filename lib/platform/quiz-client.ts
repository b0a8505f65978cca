import type { ProofView, QuizAnswer, QuizItemView } from '../views';
import type { QuizApi } from './quiz-protocol';
import { type Remote, remote } from './rpc';
import { quizThread, type Thread } from './spawn';

/** The page's hold on the worker that asks, marks and proves. */
export class QuizClient {
  private readonly worker: Thread;
  private readonly quiz: Remote<QuizApi>;
  private readonly broken: Promise<never>;

  constructor(thread: () => Thread = quizThread) {
    this.worker = thread();
    this.quiz = remote<QuizApi>(this.worker);
    this.broken = new Promise((_, reject) => {
      this.worker.addEventListener('error', (event) => reject(new Error(event.message)));
    });
    this.broken.catch(() => {});
  }

  open(...asked: Parameters<QuizApi['open']>): Promise<readonly QuizItemView[]> {
    return Promise.race([this.quiz.open(...asked), this.broken]);
  }

  mark(id: string, answer: QuizAnswer): Promise<QuizItemView> {
    return Promise.race([this.quiz.mark(id, answer), this.broken]);
  }

  prove(id: string): Promise<ProofView> {
    return Promise.race([this.quiz.prove(id), this.broken]);
  }

  dispose(): void {
    this.worker.terminate();
  }
}
