import type { Metadata } from 'next';
import { hall, NO_PROGRESS } from '../../lib/progress';
import { quizCatalogue } from '../_content/catalogue';
import { Place } from '../_site/places';
import { QuizHall } from './quiz-hall';

export const metadata: Metadata = { title: 'Quiz' };

export default function QuizRoute() {
  return (
    <Place current="/quiz/">
      <QuizHall first={hall(quizCatalogue(), NO_PROGRESS)} />
    </Place>
  );
}
