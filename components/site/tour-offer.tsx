'use client';

import { useId } from 'react';
import { Button, ButtonLink } from '../ui/button';
import { answerTour } from './tour-answer';

/** Offers the tour to who has never been here. Who has answered does not see it, from the first paint on. */
export function TourOffer({ href }: { href: string }) {
  const heading = useId();
  return (
    <section
      aria-labelledby={heading}
      className="mb-10 grid items-center in-data-[tour=answered]:hidden gap-x-5 gap-y-3 rounded-[14px] border border-rule bg-sheet px-4 py-3.5 shadow-region min-[600px]:grid-cols-[minmax(0,1fr)_auto]"
    >
      <div className="min-w-0">
        <h2 id={heading} className="text-md">
          A minute’s tour
        </h2>
        <p className="mt-0.5 text-ink-2">
          Run one command, meet a refusal and see why: four steps in the real workspace.
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        <ButtonLink href={href} look="primary">
          Take the tour
        </ButtonLink>
        <Button look="quiet" onClick={answerTour}>
          Not now
        </Button>
      </div>
    </section>
  );
}
