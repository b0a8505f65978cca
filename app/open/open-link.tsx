'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { ButtonLink } from '../../components/ui/button';
import { Callout } from '../../components/ui/callout';

interface Lab {
  readonly id: string;
  readonly title: string;
}

/** Reads what the address carries and goes on in the lab it belongs to; says so when it cannot. */
export function OpenLink({ labs }: { labs: readonly Lab[] }) {
  const router = useRouter();
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    let isCurrent = true;
    import('../../lib/store')
      .then(({ whereLinkLeads }) => whereLinkLeads(labs.map(({ id }) => id)))
      .then((found) => {
        if (!isCurrent) return;
        if (found.ok) router.replace(found.value);
        else setProblem(found.problem);
      });
    return () => {
      isCurrent = false;
    };
  }, [labs, router]);
  return (
    <main className="mx-auto grid max-w-[640px] gap-4 px-6 py-[38px]">
      <h1 className="text-xl">{problem ? 'This link cannot be opened' : 'Opening the shared run…'}</h1>
      {problem ? (
        <>
          <Callout tone="refused">
            <p className="[overflow-wrap:anywhere]">{problem}</p>
          </Callout>
          <p className="text-ink-2">
            Nothing on this device was changed. Ask for the link again, or for the run as a file.
          </p>
          <p>
            <ButtonLink href="/">Go to the start</ButtonLink>
          </p>
        </>
      ) : null}
    </main>
  );
}
