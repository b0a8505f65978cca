import type { ProofView, QuizAnswer, QuizItemView } from '../views';

/** What the quiz's worker does for the page. Items are told apart by their ids. */
export interface QuizApi {
  /** Takes items as they stand in content, still to be parsed; answers what is asked, without the keys. */
  open(
    items: readonly unknown[],
    mode?: 'study' | 'exam',
    /** By item: what tells this showing from others, and so the order of its options. Without it, as in content. */
    showings?: Readonly<Record<string, string>>,
  ): readonly QuizItemView[];
  /** The item with its result. */
  mark(id: string, answer: QuizAnswer): QuizItemView;
  /** Runs the item's proof in a fresh world. */
  prove(id: string): Promise<ProofView>;
}
