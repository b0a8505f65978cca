import type { QuizAnswer, QuizItemView } from '../../lib/views';

export const noAnswer: QuizAnswer = { chosen: [], matched: {} };

/** Where an answer begins: an order begins as the options stand, everything else empty. */
export function firstAnswer(item: QuizItemView): QuizAnswer {
  return item.type === 'order' ? { ...noAnswer, chosen: item.options.map(({ id }) => id) } : noAnswer;
}

/** The answer after an option was chosen: one replaces the other, or several stand side by side. */
export function choose(item: QuizItemView, answer: QuizAnswer, optionId: string): QuizAnswer {
  if (item.choose === 1) return { ...answer, chosen: [optionId] };
  const without = answer.chosen.filter((id) => id !== optionId);
  return { ...answer, chosen: without.length < answer.chosen.length ? without : [...without, optionId] };
}

/** The answer after one thing moved up or down the order. */
export function reorder(answer: QuizAnswer, optionId: string, by: 1 | -1): QuizAnswer {
  const from = answer.chosen.indexOf(optionId);
  const to = from + by;
  if (from < 0 || to < 0 || to >= answer.chosen.length) return answer;
  const chosen = answer.chosen.filter((id) => id !== optionId);
  return { ...answer, chosen: [...chosen.slice(0, to), optionId, ...chosen.slice(to)] };
}

export function match(answer: QuizAnswer, optionId: string, targetId: string): QuizAnswer {
  return { ...answer, matched: { ...answer.matched, [optionId]: targetId } };
}

/** What is still wanted before the answer can be given; undefined when nothing is. */
export function missing(item: QuizItemView, answer: QuizAnswer): string | undefined {
  if (item.type === 'match') {
    const open = item.options.filter(({ id }) => !answer.matched[id]).length;
    if (open > 0) return `Match ${open === 1 ? 'one more' : `${open} more`}.`;
  } else if (item.type !== 'order' && answer.chosen.length !== item.choose) {
    return item.choose === 1 ? 'Choose one.' : `Choose ${item.choose}; ${answer.chosen.length} chosen.`;
  }
  return item.asksConfidence && !answer.confidence ? 'Say how sure you are.' : undefined;
}
