'use client';

import { cx } from './class-names';
import { Icon } from './icon';

export interface MenuItemView {
  readonly id: string;
  readonly label: string;
  readonly detail?: string;
  /** Given when the menu chooses one of its items; absent for actions. */
  readonly chosen?: boolean;
  /** Heading over this item and those that follow. */
  readonly group?: string;
}

/** An action, or one of the choices; the arrows of the menu bring the focus here. */
export function MenuItem({ item, onPick }: { item: MenuItemView; onPick: (id: string) => void }) {
  const choice = item.chosen !== undefined;
  return (
    <>
      {item.group ? (
        <div role="presentation" className="px-2.5 pt-2 pb-1 text-ink-3 text-xs">
          {item.group}
        </div>
      ) : null}
      <button
        type="button"
        data-item
        {...(choice ? { role: 'menuitemradio', 'aria-checked': item.chosen } : { role: 'menuitem' })}
        tabIndex={-1}
        onClick={() => onPick(item.id)}
        className="flex w-full items-start gap-2 rounded-[7px] px-2.5 py-1.5 text-left hover:bg-paper focus-visible:bg-paper focus-visible:-outline-offset-2"
      >
        {choice ? (
          <span className={cx('mt-[3px]', !item.chosen && 'invisible')}>
            <Icon name="check" size={14} />
          </span>
        ) : null}
        <span className="min-w-0">
          <span className="block">{item.label}</span>
          {item.detail ? <span className="block text-ink-2 text-xs">{item.detail}</span> : null}
        </span>
      </button>
    </>
  );
}
