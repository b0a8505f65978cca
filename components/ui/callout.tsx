import type { ReactNode } from 'react';
import { cx } from './class-names';

export type CalloutTone = 'plain' | 'allowed' | 'refused' | 'waiting';

const tones: Readonly<Record<CalloutTone, string>> = {
  plain: 'border-rule-strong bg-paper',
  allowed: 'border-allow bg-allow-wash',
  refused: 'border-deny bg-deny-wash',
  waiting: 'border-wait bg-wait-wash',
};

/** A few sentences that must not be missed. */
export function Callout({
  tone = 'plain',
  title,
  children,
}: {
  tone?: CalloutTone;
  title?: string;
  children: ReactNode;
}) {
  return (
    <div className={cx('grid gap-1 rounded-[10px] border px-[13px] py-2.5 text-sm', tones[tone])}>
      {title ? <p className="font-semibold">{title}</p> : null}
      {children}
    </div>
  );
}
