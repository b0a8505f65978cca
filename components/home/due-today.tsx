import type { DueTodayView } from '../../lib/views';
import { ButtonLink } from '../ui/button';
import { HomeSection } from './home-section';

export function DueToday({ due }: { due: DueTodayView }) {
  return (
    <HomeSection title="Due today">
      <p className="font-semibold text-[1.875rem] leading-none tracking-[-0.02em]">{due.count}</p>
      <p className="mt-1 mb-3 text-ink-2">{due.note}</p>
      {due.count > 0 ? (
        <ButtonLink href={due.href} look="primary">
          Review
        </ButtonLink>
      ) : null}
    </HomeSection>
  );
}
