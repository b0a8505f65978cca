import type { HandshakePartView, HandshakeSideView, HandshakeView } from '../../lib/views';
import { cx } from '../ui/class-names';
import { Disclosure } from '../ui/disclosure';
import { MarkdownLine } from '../ui/markdown';
import { type MarkVerdict, VerdictMark } from '../ui/verdict-mark';

/** One access from both sides: who says yes, and which half is missing. */
export function Handshake({ view }: { view: HandshakeView }) {
  const { caller, owner, isCrossAccount, operation } = view;
  return (
    <section aria-label="Both sides" className="@container grid grid-cols-1 gap-2">
      <p className="text-sm">
        <MarkdownLine text={view.sentence} />
      </p>
      <div className="grid grid-cols-1 items-stretch gap-y-0 @min-[560px]:grid-cols-[minmax(0,1fr)_84px_minmax(0,1fr)]">
        <Side side={caller} name="Caller" />
        <Bridge operation={operation} met={view.verdict === 'allowed'} />
        <Side side={owner} name="Key" />
      </div>
      <p className="text-ink-3 text-xs">
        {isCrossAccount
          ? 'Between accounts both have to say yes: the key policy or a grant lets the other account in, and that account’s own policies let its caller out.'
          : 'Inside one account one yes can be enough: the two sides share a roof.'}
      </p>
      <Disclosure summary="In words">
        <p className="whitespace-pre-line text-ink-2 text-sm">{view.text}</p>
      </Disclosure>
    </section>
  );
}

/** A side that says no is drawn with a broken outline. */
function Side({ side, name }: { side: HandshakeSideView; name: string }) {
  return (
    <section
      aria-label={`${name}: ${side.who} in account ${side.account} says ${side.saysYes ? 'yes' : 'no'}`}
      className={cx(
        'grid grid-cols-1 content-start gap-2 rounded-[14px] border px-3 py-2.5',
        side.saysYes ? 'border-rule-strong bg-sheet shadow-region' : 'border-deny border-dashed bg-deny-wash',
      )}
    >
      <div className="flex items-start justify-between gap-2">
        <p className="min-w-0 break-words">
          <span className="block text-ink-2 text-xs">
            {name}, account {side.account}
          </span>
          <span className="font-semibold">{side.who}</span>
        </p>
        <span className="flex items-center gap-1.5 whitespace-nowrap text-xs">
          <VerdictMark verdict={side.saysYes ? 'allowed' : 'refused'} size={18} />
          says {side.saysYes ? 'yes' : 'no'}
        </span>
      </div>
      <ul className="grid grid-cols-1 gap-1.5">
        {side.parts.map((part) => (
          <Part key={part.label} part={part} />
        ))}
      </ul>
    </section>
  );
}

const MARKS: Readonly<Record<HandshakePartView['says'], MarkVerdict>> = {
  yes: 'allowed',
  no: 'silent',
  denies: 'refused',
  'not asked': 'not reached',
};

const WORDS: Readonly<Record<HandshakePartView['says'], string>> = {
  yes: 'yes',
  no: 'no yes here',
  denies: 'denies',
  'not asked': 'not asked',
};

function Part({ part }: { part: HandshakePartView }) {
  return (
    <li className="flex items-start gap-2 text-sm">
      <span className="mt-0.5">
        <VerdictMark verdict={MARKS[part.says]} size={14} />
      </span>
      <span className="min-w-0 break-words">
        <span className="font-semibold">{part.label}</span>: {WORDS[part.says]}
        <span className="block text-ink-2 text-xs">{part.statement ?? part.because}</span>
      </span>
    </li>
  );
}

/** The two hands meet, or there is a gap between them. */
function Bridge({ operation, met }: { operation: string; met: boolean }) {
  return (
    <div className="grid place-content-center justify-items-center gap-1 py-2 text-center text-xs @max-[560px]:grid-flow-col @max-[560px]:items-center @max-[560px]:py-4">
      <svg
        viewBox="0 0 84 20"
        width="84"
        height="20"
        aria-hidden="true"
        fill="none"
        strokeWidth="2"
        className={cx(
          '@max-[560px]:h-2.5 @max-[560px]:w-[42px] @max-[560px]:rotate-90',
          met ? 'text-allow' : 'text-deny',
        )}
      >
        {met ? (
          <path d="M0 10h76m-7-6 7 6-7 6" stroke="currentColor" />
        ) : (
          <path d="M0 10h28M56 10h20m-7-6 7 6-7 6M36 5l10 10M46 5 36 15" stroke="currentColor" />
        )}
      </svg>
      <span className="max-w-full break-words font-semibold">{operation}</span>
      <span className={met ? 'text-allow' : 'text-deny'}>{met ? 'goes through' : 'stops'}</span>
    </div>
  );
}
