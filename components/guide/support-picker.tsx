'use client';

import type { SupportChoiceView, SupportLevel } from '../../lib/views';
import { RadioList } from '../ui/radio-list';

/** How much is done for the learner. It can be changed at any step. */
export function SupportPicker({
  choices,
  chosen,
  onChoose,
}: {
  choices: readonly SupportChoiceView[];
  chosen: SupportLevel;
  onChoose: (level: SupportLevel) => void;
}) {
  return (
    <RadioList
      legend="How much support?"
      chosen={chosen}
      onChoose={(id) => {
        const choice = choices.find(({ level }) => level === id);
        if (choice) onChoose(choice.level);
      }}
      options={choices.map(({ level, label, detail }) => ({
        id: level,
        text: (
          <>
            <span className="font-semibold text-ink">{label}</span>
            <span className="block text-ink-2 text-sm">{detail}</span>
          </>
        ),
      }))}
    />
  );
}
