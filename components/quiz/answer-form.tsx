'use client';

import { useId } from 'react';
import type { QuizAnswer, QuizItemView } from '../../lib/views';
import { IconButton } from '../ui/button';
import { cx } from '../ui/class-names';
import { MarkdownLine } from '../ui/markdown';
import { Select } from '../ui/select';
import { choose, match, reorder } from './quiz-answer';

export interface AnswerFormProps {
  item: QuizItemView;
  answer: QuizAnswer;
  onChange: (answer: QuizAnswer) => void;
}

const card = 'rounded-[10px] border border-rule-strong bg-sheet px-3.5 py-[11px]';

export function AnswerForm(props: AnswerFormProps) {
  switch (props.item.type) {
    case 'order':
      return <Ordering {...props} />;
    case 'match':
      return <Matching {...props} />;
    default:
      return <Choosing {...props} />;
  }
}

/** Radio buttons where one is asked for, tick boxes where several are. */
function Choosing({ item, answer, onChange }: AnswerFormProps) {
  const name = useId();
  const one = item.choose === 1;
  return (
    <fieldset className="m-0 grid min-w-0 gap-[9px] border-0 p-0">
      <legend className={one ? 'sr-only' : 'mb-2 p-0 text-ink-2'}>
        {one ? 'Choose one' : `Choose ${item.choose}`}
      </legend>
      {item.options.map((option) => (
        <label
          key={option.id}
          className={cx(
            card,
            'grid cursor-pointer grid-cols-[22px_minmax(0,1fr)] gap-2.5 hover:border-ink-3 has-checked:border-ink has-checked:shadow-[inset_0_0_0_1px_var(--ink)]',
            item.type === 'hotspot' && 'font-mono text-code',
          )}
        >
          <input
            type={one ? 'radio' : 'checkbox'}
            name={name}
            checked={answer.chosen.includes(option.id)}
            onChange={() => onChange(choose(item, answer, option.id))}
            className={cx(
              'mt-0.5 size-[18px] appearance-none border-[1.5px] border-edge bg-sheet checked:border-[5.5px] checked:border-ink',
              one ? 'rounded-full' : 'rounded-[5px]',
            )}
          />
          <span>
            <MarkdownLine text={option.text} />
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** Up and down instead of dragging: the same for every hand. */
function Ordering({ item, answer, onChange }: AnswerFormProps) {
  return (
    <ol aria-label="Put in order" className="grid gap-[9px]">
      {answer.chosen.map((id, index) => {
        const text = item.options.find((option) => option.id === id)?.text ?? '';
        return (
          <li key={id} className={cx(card, 'flex items-center gap-2.5')}>
            <span className="w-5 text-ink-3">{index + 1}</span>
            <span className="min-w-0 flex-1">
              <MarkdownLine text={text} />
            </span>
            <IconButton
              icon="up"
              label={`Move up: ${text}`}
              disabled={index === 0}
              onClick={() => onChange(reorder(answer, id, -1))}
            />
            <IconButton
              icon="down"
              label={`Move down: ${text}`}
              disabled={index === answer.chosen.length - 1}
              onClick={() => onChange(reorder(answer, id, 1))}
            />
          </li>
        );
      })}
    </ol>
  );
}

function Matching({ item, answer, onChange }: AnswerFormProps) {
  const targets = [
    { id: '', label: 'Choose…' },
    ...item.targets.map(({ id, text }) => ({ id, label: text })),
  ];
  return (
    <ul className="grid gap-[9px]">
      {item.options.map((option) => (
        <li key={option.id} className={cx(card, 'grid items-center gap-2 min-[600px]:grid-cols-2')}>
          <MarkdownLine text={option.text} />
          <Select
            label={`Goes with: ${option.text}`}
            hideLabel
            options={targets}
            value={answer.matched[option.id] ?? ''}
            onPick={(target) => onChange(match(answer, option.id, target))}
          />
        </li>
      ))}
    </ul>
  );
}
