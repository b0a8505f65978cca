import type { Metadata } from 'next';
import { Place } from '../../_site/places';
import { ExamPlace } from './exam-place';

export const metadata: Metadata = { title: 'Exam' };

export default function ExamRoute() {
  return (
    <Place current="/quiz/">
      <ExamPlace />
    </Place>
  );
}
