'use client';

import { useRef, useState } from 'react';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Icon } from '../ui/icon';
import { Menu } from '../ui/menu';
import { chooseTheme, type ThemeChoice, useThemeChoice } from '../ui/theme';

export interface RunActions {
  onShare: () => void;
  onReset: () => void;
  /** Saves the run as a file. */
  onExport: () => void;
  onImport: (file: File) => void;
}

const themes: readonly { id: ThemeChoice; label: string }[] = [
  { id: 'light', label: 'Light' },
  { id: 'dark', label: 'Dark' },
  { id: 'system', label: 'As the device' },
];

/** What one does to the whole run, and the theme. */
export function MoreMenu({ onShare, onReset, onExport, onImport }: RunActions) {
  const theme = useThemeChoice();
  const [asking, setAsking] = useState(false);
  const file = useRef<HTMLInputElement>(null);
  const actions: Readonly<Record<string, () => void>> = {
    share: onShare,
    export: onExport,
    import: () => file.current?.click(),
    reset: () => setAsking(true),
  };
  return (
    <>
      <Menu
        label="More"
        align="end"
        items={[
          { id: 'share', label: 'Share run', detail: 'A link that carries what was typed' },
          { id: 'export', label: 'Export', detail: 'Save the run as a file' },
          { id: 'import', label: 'Import', detail: 'Open a run from a file' },
          { id: 'reset', label: 'Start over', detail: 'A new run of this lab' },
          ...themes.map(({ id, label }, index) => ({
            id,
            label,
            chosen: id === theme,
            group: index === 0 ? 'Theme' : undefined,
          })),
        ]}
        onPick={(id) => {
          const chosen = themes.find((found) => found.id === id);
          if (chosen) chooseTheme(chosen.id);
          else actions[id]?.();
        }}
        className="grid size-[30px] place-items-center rounded-[7px] border border-rule-strong hover:border-ink-3"
      >
        <Icon name="more" />
      </Menu>
      <input
        ref={file}
        type="file"
        accept="application/json,.json"
        hidden
        onChange={(event) => {
          const chosen = event.target.files?.[0];
          if (chosen) onImport(chosen);
          event.target.value = '';
        }}
      />
      <Dialog
        title="Start this lab over?"
        open={asking}
        onClose={() => setAsking(false)}
        foot={
          <>
            <Button onClick={() => setAsking(false)}>Keep this run</Button>
            <Button
              look="primary"
              onClick={() => {
                setAsking(false);
                onReset();
              }}
            >
              Start over
            </Button>
          </>
        }
      >
        <p>
          A new run begins from the first step. What you typed in this one is gone unless you export it first;
          steps and quizzes you have finished stay finished.
        </p>
      </Dialog>
    </>
  );
}
