'use client';

import dynamic from 'next/dynamic';
import { useEffect, useRef } from 'react';
import { GuidePanel } from '../../components/guide/guide-panel';
import { useWorkspace, useWorkspaceActions } from '../../lib/store';

/** Only the end of a story asks questions; what marks and schedules them is loaded then. */
const WiredQuiz = dynamic(async () => (await import('./wired-quiz')).WiredQuiz, {
  loading: () => <p className="text-ink-2">Opening the questions…</p>,
});

export function WiredGuide({ quiz }: { quiz: readonly unknown[] }) {
  const { guide, playing } = useWorkspace((state) => ({
    guide: state.screen?.guide,
    playing: state.playing,
  }));
  const act = useWorkspaceActions();
  const place = useRef<HTMLDivElement>(null);
  const number = guide?.number;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new step is read from its top
  useEffect(() => toTop(place.current), [number]);
  if (!guide) return null;
  const view = guide.worked ? { ...guide, worked: { ...guide.worked, playing } } : guide;
  return (
    <div ref={place} className="flex min-h-0 flex-1 flex-col">
      <GuidePanel
        view={view}
        onRun={act.runFromGuide}
        onPredict={(choice) => act.guide({ kind: 'predict', choice })}
        onDecide={(choice) => act.guide({ kind: 'decide', choice })}
        onRate={(choice) => act.guide({ kind: 'rate', choice })}
        onRewind={() => act.guide({ kind: 'rewind' })}
        onBack={() => act.guide({ kind: 'back' })}
        onNext={() => act.guide({ kind: 'next' })}
        worked={{ onPlay: act.playOn, onPause: act.pause, onStep: act.playNext }}
        onSupport={(choice) => act.guide({ kind: 'support', choice })}
      >
        {view.debrief && quiz.length > 0 ? <WiredQuiz data={quiz} /> : null}
      </GuidePanel>
    </div>
  );
}

/** Scrolls whatever scrolls around the step's title back to its start. */
function toTop(place: HTMLElement | null): void {
  for (let at = place?.querySelector('h2')?.parentElement; at && at !== place; at = at.parentElement)
    at.scrollTop = 0;
}
