'use client';

import { PresetPanel, type PresetSummary } from '../../components/site/preset-panel';
import { useWorkspaceActions } from '../../lib/store';

export function WiredPreset({
  preset,
  presets,
  onClose,
}: {
  preset: PresetSummary | undefined;
  presets: readonly PresetSummary[];
  onClose: () => void;
}) {
  const act = useWorkspaceActions();
  return <PresetPanel preset={preset} presets={presets} onRun={act.runFromGuide} onClose={onClose} />;
}
