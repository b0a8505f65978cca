import { QuizHost } from './quiz-host';
import type { QuizApi } from './quiz-protocol';
import { serve, type Wire } from './rpc';

serve<QuizApi>(self as unknown as Wire, new QuizHost());
