'use client';

import { GuidePanel } from '../../components/guide/guide-panel';
import { useWorkspace, useWorkspaceActions } from '../../lib/store';

export function WiredGuide() {
  const { guide, playing } = useWorkspace((state) => ({
    guide: state.screen?.guide,
    playing: state.playing,
  }));
  const act = useWorkspaceActions();
  if (!guide) return null;
  const view = guide.worked ? { ...guide, worked: { ...guide.worked, playing } } : guide;
  return (
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
    />
  );
}
