'use client';

import { cx } from '../ui/class-names';
import { Icon, type IconName } from '../ui/icon';
import { chooseTheme, type ThemeChoice, useThemeChoice } from '../ui/theme';

const choices: readonly { choice: ThemeChoice; label: string; icon: IconName }[] = [
  { choice: 'light', label: 'Light', icon: 'sun' },
  { choice: 'dark', label: 'Dark', icon: 'moon' },
  { choice: 'system', label: 'As the device', icon: 'screen' },
];

/** Three radio buttons in a row. */
export function ThemeToggle() {
  const chosen = useThemeChoice();
  return (
    <fieldset className="m-0 inline-flex gap-px rounded-full border border-rule bg-paper p-0.5">
      <legend className="sr-only">Theme</legend>
      {choices.map(({ choice, label, icon }) => (
        <label
          key={choice}
          title={label}
          className={cx(
            'grid size-6 cursor-pointer place-items-center rounded-full has-focus-visible:outline-2 has-focus-visible:outline-link',
            choice === chosen ? 'bg-sheet text-ink shadow-region' : 'text-ink-3 hover:text-ink',
          )}
        >
          <input
            type="radio"
            name="theme"
            checked={choice === chosen}
            onChange={() => chooseTheme(choice)}
            className="sr-only"
          />
          <Icon name={icon} size={14} />
          <span className="sr-only">{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
