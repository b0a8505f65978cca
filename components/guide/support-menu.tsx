'use client';

import type { SupportChoiceView, SupportLevel } from '../../lib/views';
import { Icon } from '../ui/icon';
import { Menu } from '../ui/menu';

/** How much is done for the learner, changed in the middle of a lab. */
export function SupportMenu({
  choices,
  chosen,
  onChoose,
}: {
  choices: readonly SupportChoiceView[];
  chosen: SupportLevel;
  onChoose: (level: SupportLevel) => void;
}) {
  const current = choices.find(({ level }) => level === chosen)?.label ?? chosen;
  return (
    <Menu
      label={`Support: ${current}. Choose another`}
      align="end"
      items={choices.map(({ level, label, detail }) => ({
        id: level,
        label,
        detail,
        chosen: level === chosen,
      }))}
      onPick={(id) => {
        const choice = choices.find(({ level }) => level === id);
        if (choice) onChoose(choice.level);
      }}
      className="inline-flex items-center gap-1 rounded-[7px] px-1.5 text-ink-2 text-xs hover:text-ink"
    >
      {current}
      <Icon name="down" size={12} />
    </Menu>
  );
}
