import type { QuizItemView, QuizOptionView, QuizResultView } from '../../lib/views';
import { cx } from '../ui/class-names';
import { MarkdownLine } from '../ui/markdown';
import { VerdictMark } from '../ui/verdict-mark';

/** Every option with its reason: what was chosen, what was right, and when the rest would be. */
export function Reasons({ item, result }: { item: QuizItemView; result: QuizResultView }) {
  const ordered =
    item.type === 'order'
      ? result.key.chosen.flatMap((id) => item.options.filter((option) => option.id === id))
      : item.options;
  return (
    <ul className="grid gap-[9px]">
      {ordered.map((option) => (
        <Reason key={option.id} option={option} item={item} result={result} />
      ))}
    </ul>
  );
}

type Standing = 'right' | 'wrong' | 'neither';

const looks: Readonly<Record<Standing, string>> = {
  right: 'border-allow bg-allow-wash',
  wrong: 'border-deny bg-deny-wash',
  neither: 'border-rule-strong bg-sheet',
};

function Reason({
  option,
  item,
  result,
}: {
  option: QuizOptionView;
  item: QuizItemView;
  result: QuizResultView;
}) {
  const standing = standingOf(option.id, item, result);
  const reason = result.reasons.find((found) => found.optionId === option.id);
  const said = saidOf(option.id, item, result, standing);
  return (
    <li
      className={cx(
        'grid grid-cols-[22px_minmax(0,1fr)] gap-2.5 rounded-[10px] border px-3.5 py-[11px]',
        looks[standing],
      )}
    >
      <span className="mt-0.5">
        {standing === 'neither' ? (
          <span aria-hidden="true" className="block size-[18px] rounded-full border-[1.5px] border-edge" />
        ) : (
          <VerdictMark verdict={standing === 'right' ? 'allowed' : 'refused'} size={18} loud />
        )}
      </span>
      <div className="min-w-0">
        <p className={isCode(option, item) ? 'break-words font-mono text-code' : undefined}>
          {option.lines ? <span className="text-ink-3">{lineWords(option.lines)} </span> : null}
          <MarkdownLine text={option.text} />
          {standing === 'right' ? <span className="sr-only">, right</span> : null}
          {standing === 'wrong' ? <span className="sr-only">, wrong</span> : null}
        </p>
        <div className="mt-[5px] grid gap-[5px] text-ink-2 text-sm">
          <p>
            {said ? (
              <strong className="font-semibold text-ink">
                <MarkdownLine text={said} />{' '}
              </strong>
            ) : null}
            {reason?.whyNot ? (
              <>
                <MarkdownLine text={reason.whyNot} />{' '}
              </>
            ) : null}
            {reason ? <MarkdownLine text={reason.why} /> : null}
          </p>
          {reason?.rightWhen ? (
            <p>
              <strong className="font-semibold text-ink">It would be right</strong>{' '}
              <MarkdownLine text={goingOn(reason.rightWhen)} />
            </p>
          ) : null}
        </div>
      </div>
    </li>
  );
}

/** A statement that is written out; lines and nodes are named in words. */
function isCode({ lines, node }: QuizOptionView, { type }: QuizItemView): boolean {
  return type === 'hotspot' && !lines && !node;
}

function lineWords({ first, last }: { first: number; last: number }): string {
  return first === last ? `Line ${first + 1}:` : `Lines ${first + 1} to ${last + 1}:`;
}

/** A sentence that begins with When, as the end of another one. */
function goingOn(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

function standingOf(id: string, item: QuizItemView, { answer, key }: QuizResultView): Standing {
  if (item.type === 'match') return answer.matched[id] === key.matched[id] ? 'right' : 'wrong';
  if (item.type === 'order') return answer.chosen.indexOf(id) === key.chosen.indexOf(id) ? 'right' : 'wrong';
  if (key.chosen.includes(id)) return 'right';
  return answer.chosen.includes(id) ? 'wrong' : 'neither';
}

/** The loud words before the reason. */
function saidOf(id: string, item: QuizItemView, { answer, key }: QuizResultView, standing: Standing): string {
  const target = (targetId: string | undefined) =>
    item.targets.find((found) => found.id === targetId)?.text ?? 'nothing';
  if (item.type === 'match') {
    const mine = standing === 'wrong' ? ` You said ${target(answer.matched[id])}.` : '';
    return `Goes with ${target(key.matched[id])}.${mine}`;
  }
  if (item.type === 'order') {
    const mine = standing === 'wrong' ? ` You had it at ${answer.chosen.indexOf(id) + 1}.` : '';
    return `Place ${key.chosen.indexOf(id) + 1}.${mine}`;
  }
  if (!answer.chosen.includes(id)) return '';
  return answer.confidence === 'sure' ? 'Your answer, and you were sure.' : 'Your answer.';
}
