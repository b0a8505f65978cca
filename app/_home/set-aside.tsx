'use client';

import { useState } from 'react';
import { Button } from '../../components/ui/button';
import { Callout } from '../../components/ui/callout';
import type { HomeOnDevice } from '../../lib/store';

type Damaged = HomeOnDevice['damaged'][number];

/** Runs that could not be read: kept as they were found until the learner lets them go. */
export function SetAside({ damaged }: { damaged: readonly Damaged[] }) {
  const [gone, setGone] = useState<readonly string[]>([]);
  const left = damaged.filter(({ id }) => !gone.includes(id));
  if (left.length === 0) return null;
  async function save(run: Damaged) {
    const { saveDamaged } = await import('../../lib/store');
    await saveDamaged(run);
  }
  async function forget({ id }: Damaged) {
    const { forgetDamaged } = await import('../../lib/store');
    await forgetDamaged(id);
    setGone([...gone, id]);
  }
  return (
    <section aria-label="Runs that were set aside" className="mx-auto grid max-w-[1180px] gap-2 px-6 pb-8">
      {left.map((run) => (
        <Callout key={run.id} tone="waiting" title={`A run of ${run.scenario || 'a lab'} was set aside`}>
          <p>{run.why} It is kept on this device as it was found.</p>
          <div className="mt-1 flex gap-2">
            <Button onClick={() => save(run)}>Save it as a file</Button>
            <Button onClick={() => forget(run)}>Delete it</Button>
          </div>
        </Callout>
      ))}
    </section>
  );
}
