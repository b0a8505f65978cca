'use client';

import type { AccessAnswerView, AskedRequest, TriedRequestView } from '../../lib/views';
import { IconButton } from '../ui/button';
import { cx } from '../ui/class-names';
import { Icon } from '../ui/icon';
import { VerdictMark } from '../ui/verdict-mark';
import { detailWords } from './request-words';

/** The chosen requests, as they are answered now and as they would be. */
export function LiveAnswers({
  answers,
  onRemove,
  onSides,
}: {
  /** Absent until the engine has answered once. */
  answers: readonly TriedRequestView[] | undefined;
  onRemove: (request: AskedRequest) => void;
  onSides: (request: AskedRequest) => void;
}) {
  return (
    <section aria-label="Live answers" className="grid grid-cols-1 content-start gap-2">
      <h3 className="text-sm">Live answers</h3>
      <p role="status" className="text-ink-2 text-sm">
        {statusWords(answers)}
      </p>
      {answers && answers.length > 0 ? (
        <ul className="grid grid-cols-1 gap-1.5">
          {answers.map((answer) => (
            <Answer
              key={JSON.stringify(answer.request)}
              answer={answer}
              onRemove={() => onRemove(answer.request)}
              onSides={() => onSides(answer.request)}
            />
          ))}
        </ul>
      ) : null}
    </section>
  );
}

/** How many answers differ from what is stored; nothing where none does. */
export function turnedWords(answers: readonly TriedRequestView[]): string | undefined {
  const changed = answers.filter((answer) => answer.changed).length;
  return changed === 0 ? undefined : `${changed} of ${answers.length} would be answered otherwise.`;
}

function statusWords(answers: readonly TriedRequestView[] | undefined): string {
  if (!answers) return 'The engine is asked…';
  if (answers.length === 0) return 'No request is asked. Choose some below.';
  return turnedWords(answers) ?? 'As you write, these turn. So far none differs from what is stored.';
}

function Answer({
  answer,
  onRemove,
  onSides,
}: {
  answer: TriedRequestView;
  onRemove: () => void;
  onSides: () => void;
}) {
  const { label, before, after, changed, request } = answer;
  const detail = detailWords(request);
  return (
    <li
      aria-label={`${label}: ${changed ? `was ${before.verdict}, now ` : ''}${after.verdict}`}
      className={cx(
        'flex items-start gap-2 rounded-[10px] border px-2.5 py-2 text-sm',
        changed ? FRAMES[after.verdict] : 'border-rule bg-sheet',
      )}
    >
      <span className="mt-0.5 flex shrink-0 items-center gap-0.5">
        {changed ? (
          <>
            <VerdictMark verdict={before.verdict} size={13} />
            <Icon name="next" size={12} />
          </>
        ) : null}
        <VerdictMark verdict={after.verdict} size={18} loud={changed} />
      </span>
      <span className="min-w-0 flex-1 break-words">
        <span className="font-semibold">{label}</span>
        {detail ? <span className="block text-ink-2 text-xs">{detail}</span> : null}
        <span className="block">
          {changed ? `was ${before.verdict}, now ` : ''}
          <strong className="font-semibold">{after.verdict}</strong>
          <span className="text-ink-2">{reasonWords(after)}</span>
        </span>
        <button type="button" onClick={onSides} className="text-link text-xs underline underline-offset-2">
          Both sides<span className="sr-only"> of {label}</span>
        </button>
      </span>
      <IconButton icon="close" label={`Do not ask ${label}`} look="quiet" size="small" onClick={onRemove} />
    </li>
  );
}

const FRAMES = {
  allowed: 'border-allow bg-allow-wash',
  refused: 'border-deny bg-deny-wash',
} as const;

function reasonWords({ because, layer }: AccessAnswerView): string {
  if (because === '') return '';
  const reason = because.charAt(0).toLowerCase() + because.slice(1);
  return because.includes(' ') || layer === '' || reason === layer
    ? `: ${because}`
    : `: ${because} (${layer})`;
}
