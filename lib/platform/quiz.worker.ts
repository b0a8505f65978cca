import type { LearnApi } from './learn-protocol';
import { QuizHost } from './quiz-host';
import type { QuizApi } from './quiz-protocol';
import { serve, type Wire } from './rpc';

const wire = self as unknown as Wire;
const quiz = new QuizHost();

serve<QuizApi & LearnApi>(wire, {
  open: (...asked) => quiz.open(...asked),
  mark: (id, answer) => quiz.mark(id, answer),
  prove: (id) => quiz.prove(id),
  tryOut: async (question) => {
    const { LearnHost } = await import('./learn-host');
    return await new LearnHost().tryOut(question);
  },
});
