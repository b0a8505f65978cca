'use client';

import { useState } from 'react';
import { Button, ButtonLink } from '../../components/ui/button';
import type { HomeOnDevice } from '../../lib/store';
import type { ScenarioSummary } from '../../lib/views';
import { presetOfLesson, presetPath } from '../_content/addresses';

type Run = HomeOnDevice['runs'][number];

/** Every run this device keeps: the newest of a lab opens by itself, the others from here. */
export function RunList({
  runs,
  scenarios,
}: {
  runs: readonly Run[];
  scenarios: readonly ScenarioSummary[];
}) {
  const [gone, setGone] = useState<readonly string[]>([]);
  const left = runs.filter(({ id }) => !gone.includes(id));
  if (left.length === 0) return null;
  async function remove({ id }: Run) {
    const { deleteRun } = await import('../../lib/store');
    await deleteRun(id);
    setGone([...gone, id]);
  }
  return (
    <section aria-labelledby="device-runs" className="mt-8">
      <h2 id="device-runs" className="mb-0.5 text-[1.0625rem]">
        Runs on this device
      </h2>
      <p className="mb-3 text-ink-2">They are kept in this browser alone.</p>
      <ul className="border-rule border-b">
        {left.map((run) => {
          const title = titleOf(run, scenarios);
          const what = `${title}, ${whenOf(run)}`;
          return (
            <li
              key={run.id}
              className="flex flex-wrap items-center gap-x-3 gap-y-1 border-rule border-t py-2.5"
            >
              <span className="min-w-0 flex-1">
                <span className="font-semibold">{title}</span>
                <span className="block text-ink-2 text-sm">
                  {whenOf(run)}, {run.commands} {run.commands === 1 ? 'command' : 'commands'}
                </span>
              </span>
              <ButtonLink href={`${pathOf(run)}run=${run.id}`}>
                Open<span className="sr-only"> {what}</span>
              </ButtonLink>
              <Button look="quiet" onClick={() => remove(run)} aria-label={`Delete ${what}`}>
                Delete
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function titleOf({ scenario }: Run, scenarios: readonly ScenarioSummary[]): string {
  const preset = presetOfLesson(scenario)?.replaceAll('-', ' ');
  if (preset !== undefined) return `Sandbox: ${preset}`;
  return scenarios.find(({ id }) => id === scenario)?.title ?? 'Sandbox';
}

/** Where the run opens, ready for more of the query. */
function pathOf({ scenario }: Run): string {
  const preset = presetOfLesson(scenario);
  if (preset !== undefined) return `${presetPath(preset)}&`;
  return scenario === 'sandbox' ? '/sandbox/?' : `/labs/${scenario}/?`;
}

function whenOf({ savedAtMs }: Run): string {
  return new Date(savedAtMs).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
}
