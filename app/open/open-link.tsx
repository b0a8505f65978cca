'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { ButtonLink } from '../../components/ui/button';
import { Callout } from '../../components/ui/callout';

interface Lab {
  readonly id: string;
  readonly href: string;
}

/** Reads what the address carries and goes on in the lab it belongs to; says so when it cannot. */
export function OpenLink({ labs }: { labs: readonly Lab[] }) {
  const router = useRouter();
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    let isCurrent = true;
    whereItLeads(labs).then((found) => {
      if (!isCurrent) return;
      if (found.ok) router.replace(found.href);
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

type Target = { readonly ok: true; readonly href: string } | { readonly ok: false; readonly problem: string };

/** The address of the lab that the link belongs to, with the run still in it. */
async function whereItLeads(labs: readonly Lab[]): Promise<Target> {
  const text = window.location.hash.slice(1);
  if (text === '')
    return { ok: false, problem: 'The address carries no run: what follows the # is missing.' };
  const { readLink } = await import('../../lib/store');
  const link = await readLink(text);
  if (!link.ok) return link;
  const lab = labs.find(({ id }) => id === link.scenario);
  if (lab) return { ok: true, href: `${lab.href}#${text}` };
  return {
    ok: false,
    problem: `The run belongs to the lab “${link.scenario}”, which is not part of this version.`,
  };
}
