import type { HomeView } from '../../lib/views';
import { TourOffer } from '../site/tour-offer';
import { ButtonLink } from '../ui/button';
import { DueToday } from './due-today';
import { FirstVisit } from './first-visit';
import { Incidents } from './incidents';
import { ProgressBars } from './progress-bars';
import { Recall } from './recall';

/** Where one is, what is due, and one button to go on. */
export function HomePage({ view, sandbox }: { view: HomeView; sandbox?: string }) {
  const { due, recall, progress = [] } = view;
  const aside = due || recall || progress.length > 0;
  return (
    <main
      className={`mx-auto grid max-w-[1180px] gap-x-[52px] gap-y-8 px-6 py-[38px] max-[700px]:py-6 ${aside ? 'min-[940px]:grid-cols-[minmax(0,1fr)_316px]' : ''}`}
    >
      <div className="min-w-0 max-w-[860px]">
        <h1 className="max-w-[20ch] text-balance text-2xl tracking-[-0.022em]">
          Break KMS here, so that production does not
        </h1>
        <p className="mt-3 mb-[22px] max-w-[56ch] text-ink-2 text-md">
          A complete AWS KMS runs in this page: keys, policies, Regions, quotas and the aws command. Nothing
          is sent anywhere and nothing costs money.
        </p>
        <div className="mb-10 flex flex-wrap items-center gap-2.5">
          <ButtonLink href={view.goOn.href} look="primary" size="large">
            {view.goOn.label}
          </ButtonLink>
          {sandbox ? <ButtonLink href={sandbox}>Open the sandbox</ButtonLink> : null}
        </div>
        {view.tour ? <TourOffer href={view.tour} /> : null}
        {view.firstVisit ? <FirstVisit steps={view.firstVisit} /> : null}
        <Incidents incidents={view.incidents} />
      </div>
      {aside ? (
        <aside aria-label="Today" className="min-w-0">
          {due ? <DueToday due={due} /> : null}
          {progress.map((one) => (
            <ProgressBars key={one.title} view={one} />
          ))}
          {recall ? <Recall recall={recall} /> : null}
        </aside>
      ) : null}
    </main>
  );
}
