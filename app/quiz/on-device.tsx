'use client';

import { useRef, useState } from 'react';
import { Button } from '../../components/ui/button';
import { Callout } from '../../components/ui/callout';
import type { HallOnDevice } from '../../lib/store';

type Damaged = HallOnDevice['damaged'][number];

export interface OnDeviceProps {
  damaged: readonly Damaged[];
  isKept: boolean;
  failed: string | undefined;
  onChange: () => Promise<void>;
}

/** Progress stays in this browser: it goes out as a file and comes back from one. */
export function OnDevice({ damaged, isKept, failed, onChange }: OnDeviceProps) {
  const [said, setSaid] = useState<{ ok: boolean; words: string }>();
  const chooser = useRef<HTMLInputElement>(null);
  async function bringBack(file: File | undefined) {
    if (!file) return;
    const { importProgress } = await import('../../lib/store');
    setSaid(await importProgress(file));
    await onChange();
  }
  return (
    <section aria-labelledby="your-progress" className="border-ink border-t-2 pt-3">
      <h2 id="your-progress" className="mb-1 text-[0.9375rem]">
        Your progress
      </h2>
      <p className="mb-3 text-ink-2">
        {isKept
          ? 'It is kept in this browser alone. A file takes it to another one.'
          : 'This browser keeps nothing for this page, so answers are lost when it is closed.'}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => void exportNow()}>Export progress</Button>
        <Button onClick={() => chooser.current?.click()}>Import progress</Button>
        <input
          ref={chooser}
          type="file"
          accept="application/json,.json"
          aria-label="Progress file"
          tabIndex={-1}
          className="sr-only"
          onChange={(event) => {
            void bringBack(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
      </div>
      <div role="status" className="mt-3 grid gap-2">
        {said ? (
          <Callout tone={said.ok ? 'allowed' : 'refused'}>
            <p>{said.words}</p>
          </Callout>
        ) : null}
        {failed ? (
          <Callout tone="refused" title="The device could not be asked">
            <p>{failed} Nothing was changed. Open the page again to try once more.</p>
          </Callout>
        ) : null}
        {damaged.map((one) => (
          <SetAside key={one.id} damaged={one} onChange={onChange} />
        ))}
      </div>
    </section>
  );
}

async function exportNow() {
  const { exportProgress } = await import('../../lib/store');
  await exportProgress();
}

function SetAside({ damaged, onChange }: { damaged: Damaged; onChange: () => Promise<void> }) {
  async function save() {
    const { saveDamagedProgress } = await import('../../lib/store');
    saveDamagedProgress(damaged);
  }
  async function forget() {
    const { forgetDamagedProgress } = await import('../../lib/store');
    await forgetDamagedProgress(damaged);
    await onChange();
  }
  return (
    <Callout tone="waiting" title="Progress was set aside">
      <p>{damaged.why} It is kept on this device as it was found.</p>
      <div className="mt-1 flex gap-2">
        <Button onClick={() => void save()}>Save it as a file</Button>
        <Button onClick={() => void forget()}>Delete it</Button>
      </div>
    </Callout>
  );
}
