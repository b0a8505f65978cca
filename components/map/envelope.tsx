import type { EnvelopeView } from '../../lib/views';
import { cx } from '../ui/class-names';
import { glyphPaths, keyhole } from '../ui/glyph-paths';
import { hueText } from '../ui/seal';

const hatch = 'M4 30 26 2M4 40 36 1M14 39 45 1M25 39 54 4M36 39l18-22M46 39l8-10';

/** Wrapped bytes with the seal of their material; hatched where nothing in the Region can open them. */
export function Envelope({ envelope }: { envelope: EnvelopeView }) {
  const { seal, state } = envelope;
  const hue = hueText[seal.hue];
  return (
    <svg
      viewBox="0 0 56 40"
      role="img"
      aria-label={envelopeWords(envelope)}
      data-state={state}
      className={cx(
        'block aspect-[28/20] w-full',
        state === 'readable' || state === 'sealed' ? hue : 'text-ink-3',
      )}
    >
      <rect
        x="1"
        y="1"
        width="54"
        height="38"
        rx="4"
        fill="var(--sheet)"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeDasharray={state === 'arriving' ? '4 3' : undefined}
      />
      <path
        d="m2.500 3 22 17.400a5.600 5.600 0 0 0 7 0L53.500 3"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
        strokeDasharray={state === 'arriving' ? '4 3' : undefined}
      />
      {state === 'unreadable' ? (
        <path d={hatch} stroke="var(--deny)" strokeOpacity="0.42" strokeWidth="1.4" fill="none" />
      ) : null}
      <g className={hue} transform="translate(18.500 13) scale(.8)">
        <path
          d={glyphPaths[seal.glyph]}
          fill="currentColor"
          stroke="var(--sheet)"
          strokeWidth="2"
          paintOrder="stroke"
        />
        <path d={keyhole} fill="var(--sheet)" />
      </g>
    </svg>
  );
}

const stateWords = {
  readable: 'readable here',
  unreadable: 'not readable here',
  arriving: 'still arriving',
  sealed: 'not opened yet',
} as const;

/** The same in words. */
function envelopeWords({ label, seal, state }: EnvelopeView): string {
  return `${label}, sealed with material ${seal.label}, ${stateWords[state]}`;
}
