import { needs } from '../base';
import { type Mode, type QuizItem, questionOf, type RanProof, resultOf, runProof, toQuizItem } from '../quiz';
import { problemSentence } from '../reading';
import { type ProofPartView, type ProofView, proofParts, type QuizAnswer, type QuizItemView } from '../views';
import type { QuizApi } from './quiz-protocol';

/** Asks, marks and proves quiz items. The keys stay here until an item is answered. */
export class QuizHost implements QuizApi {
  private readonly items = new Map<string, QuizItem>();

  open(items: readonly unknown[], mode: Mode = 'study'): readonly QuizItemView[] {
    return items.map((data) => {
      const read = toQuizItem(data);
      if (!read.ok) throw new Error(problemSentence(read.problem));
      this.items.set(read.value.id, read.value);
      return questionOf(read.value, mode);
    });
  }

  mark(id: string, answer: QuizAnswer): QuizItemView {
    const item = this.item(id);
    return { ...questionOf(item, 'study', true), result: resultOf(item, answer) };
  }

  async prove(id: string): Promise<ProofView> {
    const began = performance.now();
    const ran = await runProof(this.item(id));
    return proofView(ran, performance.now() - began);
  }

  private item(id: string): QuizItem {
    const item = this.items.get(id);
    needs(item, `the quiz item ${id} is open`);
    return item;
  }
}

function proofView({ parts }: RanProof, tookMs: number): ProofView {
  const views = parts.flatMap(({ lead, cells, stage }, index): readonly ProofPartView[] =>
    proofParts(stage.session, stage.lesson, { id: `proof-${index + 1}`, lead, cells }),
  );
  const requests = views.reduce((sum, { xrays }) => sum + (xrays?.length ?? 0), 0);
  return { summary: `${requests} requests, ${Math.round(tookMs).toLocaleString('en-US')} ms`, parts: views };
}
