'use client';

import { useSearchParams } from 'next/navigation';
import { useMemo, useRef, useState } from 'react';
import { Beginnings } from '../../components/site/beginnings';
import type { PresetSummary } from '../../components/site/preset-panel';
import type { LessonSource } from '../../lib/store';
import { lessonOfPreset } from '../_content/addresses';
import { LabWorkspace } from '../_workspace/lab-workspace';
import { WiredPreset } from './wired-preset';
import { WiredTour } from './wired-tour';

/** A preset as it stands in content, and as much of it as the screen shows. */
type Preset = PresetSummary & { readonly setup: readonly string[] };

const SANDBOX: LessonSource = { kind: 'sandbox' };

/** The workspace without a guide, in the world that the address asks for: `?preset=two-accounts&cmd=...`. */
export function SandboxPlace({ presets }: { presets: readonly Preset[] }) {
  const query = useSearchParams();
  const preset = presets.find(({ id }) => id === query.get('preset'));
  const offered = useOffered(`${preset?.id}`, query.get('cmd') ?? undefined);
  const lesson = useMemo<LessonSource>(
    () => (preset ? { kind: 'preset', id: lessonOfPreset(preset.id), data: preset } : SANDBOX),
    [preset],
  );
  const [closed, setClosed] = useState(false);
  const close = () => setClosed(true);
  const isTour = query.has('tour');
  const beside = isTour ? (
    <WiredTour onClose={close} />
  ) : preset || query.has('presets') ? (
    <WiredPreset preset={preset} presets={presets} onClose={close} />
  ) : undefined;
  return (
    <LabWorkspace
      key={`${lesson.kind === 'preset' ? lesson.id : ''} ${offered ?? ''}`}
      lesson={lesson}
      offered={offered}
      title={preset?.title ?? 'Sandbox'}
      beside={closed ? undefined : beside}
      beginnings={preset ? undefined : <Beginnings presets={presets} />}
    />
  );
}

/** The command of the address. The address forgets it once the run exists; the page that it opened does not. */
function useOffered(place: string, asked: string | undefined): string | undefined {
  const kept = useRef({ place, asked });
  if (kept.current.place !== place || asked !== undefined) kept.current = { place, asked };
  return kept.current.asked;
}
