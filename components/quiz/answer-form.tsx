'use client';

import { type KeyboardEvent, lazy, Suspense, useId, useRef, useState } from 'react';
import type { QuizAnswer, QuizItemView } from '../../lib/views';
import { IconButton } from '../ui/button';
import { cx } from '../ui/class-names';
import { MarkdownLine } from '../ui/markdown';
import { Select } from '../ui/select';
import { LineSpots } from './line-spots';
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
    case 'hotspot':
      return <Pointing {...props} />;
    default:
      return <Choosing {...props} />;
  }
}

/** Mermaid is loaded only where there is a picture. */
const NodeSpots = lazy(async () => ({ default: (await import('./node-spots')).NodeSpots }));

/** Lines of a document, nodes of a picture, or statements that are written out. */
function Pointing(props: AnswerFormProps) {
  if (props.item.options.some(({ lines }) => lines)) return <LineSpots {...props} />;
  return (
    <>
      {props.item.diagram ? (
        <Suspense fallback={<p className="mb-4 text-ink-3">Drawing…</p>}>
          <NodeSpots {...props} />
        </Suspense>
      ) : null}
      <Choosing {...props} />
    </>
  );
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
            item.type === 'hotspot' && !item.diagram && 'font-mono text-code',
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
  const list = useRef<HTMLOListElement>(null);
  const [said, setSaid] = useState('');
  function move(id: string, by: 1 | -1) {
    const moved = reorder(answer, id, by);
    if (moved === answer) return;
    onChange(moved);
    const text = item.options.find((option) => option.id === id)?.text ?? '';
    setSaid(`${text} is now at ${moved.chosen.indexOf(id) + 1} of ${moved.chosen.length}.`);
    // The row moved in the page: what was in one's hand stays there.
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`[data-option="${id}"]`)?.focus());
  }
  function onKeyDown(event: KeyboardEvent, id: string) {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : undefined;
    if (by === undefined) return;
    event.preventDefault();
    move(id, by);
  }
  return (
    <>
      <p className="mb-2 text-ink-2">
        Put in order: the buttons move a step, and so do the arrow keys while it has the focus.
      </p>
      <p role="status" className="sr-only">
        {said}
      </p>
      <ol ref={list} aria-label="Put in order" className="grid gap-[9px]">
        {answer.chosen.map((id, index) => {
          const text = item.options.find((option) => option.id === id)?.text ?? '';
          return (
            <li
              key={id}
              data-option={id}
              // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys move it; the buttons do the same
              tabIndex={0}
              onKeyDown={(event) => onKeyDown(event, id)}
              className={cx(card, 'flex items-center gap-2.5')}
            >
              <span className="w-5 text-ink-3">{index + 1}</span>
              <span className="min-w-0 flex-1">
                <MarkdownLine text={text} />
              </span>
              <IconButton
                icon="up"
                label={`Move up: ${text}`}
                disabled={index === 0}
                onClick={() => move(id, -1)}
              />
              <IconButton
                icon="down"
                label={`Move down: ${text}`}
                disabled={index === answer.chosen.length - 1}
                onClick={() => move(id, 1)}
              />
            </li>
          );
        })}
      </ol>
    </>
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
