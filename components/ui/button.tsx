import type { ComponentProps, ReactNode } from 'react';
import { cx } from './class-names';
import { Icon, type IconName } from './icon';
import { Link } from './link';

export type ButtonLook = 'plain' | 'primary' | 'quiet';

const base =
  'inline-flex items-center justify-center gap-1.5 rounded-[7px] border text-center transition-colors disabled:opacity-50';

const looks: Readonly<Record<ButtonLook, string>> = {
  plain: 'border-rule-strong bg-sheet text-ink enabled:hover:border-ink-3 enabled:active:bg-paper',
  primary: 'border-ink bg-ink text-paper enabled:hover:border-ink-2 enabled:hover:bg-ink-2',
  quiet: 'border-transparent text-ink-2 enabled:hover:bg-rule/50 enabled:hover:text-ink',
};

export type ButtonSize = 'small' | 'normal' | 'large';

const sizes: Readonly<Record<ButtonSize, string>> = {
  small: 'px-1.5 py-0.5 text-xs',
  normal: 'px-2.5 py-1',
  large: 'px-4 py-2',
};

export interface ButtonProps extends ComponentProps<'button'> {
  look?: ButtonLook;
  size?: ButtonSize;
}

export function Button({ look = 'plain', size = 'normal', className, ...rest }: ButtonProps) {
  return <button type="button" className={cx(base, looks[look], sizes[size], className)} {...rest} />;
}

/** A link that looks like a button: it leads somewhere. */
export function ButtonLink({
  href,
  look = 'plain',
  size = 'normal',
  children,
}: {
  href: string;
  look?: ButtonLook;
  size?: ButtonSize;
  children: ReactNode;
}) {
  const hover = look === 'primary' ? 'hover:border-ink-2 hover:bg-ink-2' : 'hover:border-ink-3';
  return (
    <Link href={href} className={cx(base, looks[look], hover, sizes[size])}>
      {children}
    </Link>
  );
}

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  icon: IconName;
  /** What it does, in words: the only name it has. */
  label: string;
  look?: ButtonLook;
  size?: 'small' | 'normal';
}

export function IconButton({
  icon,
  label,
  look = 'plain',
  size = 'normal',
  className,
  ...rest
}: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={cx(base, looks[look], size === 'small' ? 'size-7' : 'size-[30px]', className)}
      {...rest}
    >
      <Icon name={icon} />
    </button>
  );
}
