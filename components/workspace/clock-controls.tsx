'use client';

import { useState } from 'react';
import type { ClockView } from '../../lib/views';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { Menu } from '../ui/menu';
import { pillShape } from '../ui/pill';
import { SkipDialog } from './skip-dialog';

const HOUR = 3600;
const DAY = 24 * HOUR;

const skips = [
  { id: 'hour', label: '+1 hour', seconds: HOUR },
  { id: 'day', label: '+1 day', seconds: DAY },
  { id: 'week', label: '+7 days', seconds: 7 * DAY },
  { id: 'half', label: '+180 days', seconds: 180 * DAY },
] as const;

/** The lab's clock. It moves by requests and by these buttons, never by itself. */
export function ClockControls({ clock, onSkip }: { clock: ClockView; onSkip: (seconds: number) => void }) {
  const [custom, setCustom] = useState(false);
  function pick(id: string) {
    const skip = skips.find((found) => found.id === id);
    if (skip) onSkip(skip.seconds);
    else setCustom(true);
  }
  return (
    <>
      <Menu
        label={`Lab time: ${clock.label}. Move the clock`}
        align="end"
        items={[...skips.map(({ id, label }) => ({ id, label })), { id: 'custom', label: 'Another time…' }]}
        onPick={pick}
        className={`${pillShape} hover:border-ink-3`}
      >
        <span className="text-ink-3 text-xs">lab time</span>
        <span className="font-mono text-code">{clock.label}</span>
        <Icon name="down" size={14} />
      </Menu>
      <Button
        className="max-[1200px]:hidden"
        onClick={() => onSkip(HOUR)}
        aria-label="+1 h: move the clock one hour"
      >
        +1 h
      </Button>
      <Button
        className="max-[1200px]:hidden"
        onClick={() => onSkip(DAY)}
        aria-label="+1 day: move the clock one day"
      >
        +1 day
      </Button>
      <SkipDialog open={custom} onClose={() => setCustom(false)} onSkip={onSkip} />
    </>
  );
}
