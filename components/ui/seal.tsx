import type { SealView } from '../../lib/views';
import { cx } from './class-names';
import { glyphPaths, keyhole } from './glyph-paths';

/** `m1` to `m8`, spelt out so that the stylesheet holds them. */
export const hueText = [
  '',
  'text-m1',
  'text-m2',
  'text-m3',
  'text-m4',
  'text-m5',
  'text-m6',
  'text-m7',
  'text-m8',
] as const;

/** The mark of one piece of key material. Silent: use `SealTag` where no words stand beside it. */
export function Seal({ seal, size = 16, className }: { seal: SealView; size?: number; className?: string }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      aria-hidden="true"
      className={cx('inline-block shrink-0', hueText[seal.hue], className)}
    >
      <path d={glyphPaths[seal.glyph]} fill="currentColor" />
      <path d={keyhole} fill="var(--sheet)" />
    </svg>
  );
}

/** The seal with its name: hue, glyph and word together. */
export function SealTag({ seal, size = 14 }: { seal: SealView; size?: number }) {
  return (
    <span className="inline-flex items-center gap-1 whitespace-nowrap align-[-0.125em]">
      <Seal seal={seal} size={size} />
      <span className="sr-only">material </span>
      <span className="font-semibold leading-none">{seal.label}</span>
    </span>
  );
}
