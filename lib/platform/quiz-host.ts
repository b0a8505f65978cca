import { needs } from '../base';
import { asShown, type Mode, type QuizItem, questionOf, resultOf, toQuizItem } from '../quiz';
import { problemSentence } from '../reading';
import type { ProofView, QuizAnswer, QuizItemView } from '../views';
import type { QuizApi } from './quiz-protocol';

/** Asks, marks and proves quiz items. The keys stay here until an item is answered. */
export class QuizHost implements QuizApi {
  private readonly items = new Map<string, QuizItem>();

  open(
    items: readonly unknown[],
    mode: Mode = 'study',
    showings: Readonly<Record<string, string>> = {},
  ): readonly QuizItemView[] {
    return items.map((data) => {
      const read = toQuizItem(data);
      if (!read.ok) throw new Error(problemSentence(read.problem));
      const showing = showings[read.value.id];
      const item = showing === undefined ? read.value : asShown(read.value, showing);
      this.items.set(item.id, item);
      return questionOf(item, mode);
    });
  }

  mark(id: string, answer: QuizAnswer): QuizItemView {
    const item = this.item(id);
    return { ...questionOf(item, 'study', true), result: resultOf(item, answer) };
  }

  async prove(id: string): Promise<ProofView> {
    const item = this.item(id);
    // A question is asked and marked without the engine.
    const { proved } = await import('./quiz-prover');
    return await proved(item);
  }

  private item(id: string): QuizItem {
    const item = this.items.get(id);
    needs(item, `the quiz item ${id} is open`);
    return item;
  }
}
