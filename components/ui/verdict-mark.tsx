import type { VerdictView } from '../../lib/views';
import { cx } from './class-names';

/** `silent`: a policy that says nothing. */
export type MarkVerdict = VerdictView | 'silent';

const tick = 'm5.500 10.300 3 3 6-6.500';
const cross = 'm6.500 6.500 7 7m0-7-7 7';

/** A verdict is a shape and a colour: round tick, square cross, dashed ring, amber dots. Words stand beside it. */
export function VerdictMark({
  verdict,
  size = 20,
  loud = false,
}: {
  verdict: MarkVerdict;
  size?: number;
  loud?: boolean;
}) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className={cx('shrink-0', tones[verdict])}
    >
      <Shape verdict={verdict} loud={loud} />
    </svg>
  );
}

const tones: Readonly<Record<MarkVerdict, string>> = {
  allowed: 'text-allow',
  refused: 'text-deny',
  'not reached': 'text-edge',
  waiting: 'text-wait',
  silent: 'text-edge',
};

function Shape({ verdict, loud }: { verdict: MarkVerdict; loud: boolean }) {
  switch (verdict) {
    case 'allowed':
      return (
        <>
          <circle cx="10" cy="10" r="10" fill={loud ? 'currentColor' : 'var(--allow-wash)'} />
          <path d={tick} stroke={loud ? 'var(--sheet)' : 'currentColor'} strokeWidth="1.8" />
        </>
      );
    case 'refused':
      return (
        <>
          <rect width="20" height="20" rx="5.500" fill="currentColor" />
          <path d={cross} stroke="var(--sheet)" strokeWidth="1.9" />
        </>
      );
    case 'waiting':
      return (
        <>
          <circle cx="10" cy="10" r="10" fill="var(--wait-wash)" />
          <path d="M6 10h.01M10 10h.01M14 10h.01" stroke="currentColor" strokeWidth="2.4" />
        </>
      );
    case 'silent':
      return (
        <>
          <circle cx="10" cy="10" r="9.300" stroke="currentColor" strokeWidth="1.2" />
          <path d="M7 10h6" stroke="currentColor" strokeWidth="1.6" />
        </>
      );
    case 'not reached':
      return (
        <circle
          cx="10"
          cy="10"
          r="9.300"
          stroke="currentColor"
          strokeWidth="1.2"
          strokeDasharray="2.600 2.600"
        />
      );
  }
}
