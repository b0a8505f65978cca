'use client';

import { useId } from 'react';
import type { QuizAnswer, QuizItemView, QuizOptionView } from '../../lib/views';
import { cx } from '../ui/class-names';
import { choose } from './quiz-answer';

export interface SpotsProps {
  item: QuizItemView;
  answer: QuizAnswer;
  onChange: (answer: QuizAnswer) => void;
}

/** A document whose lines are the options: each one is a radio button, the rest is to be read. */
export function LineSpots({ item, answer, onChange }: SpotsProps) {
  const { exhibit, choose: wanted } = item;
  const name = useId();
  if (!exhibit) return null;
  return (
    <fieldset className="m-0 min-w-0 border-0 p-0">
      <legend className="mb-2 p-0 text-ink-2">
        {wanted === 1 ? 'Choose a line' : `Choose ${wanted} places`} of: {exhibit.title}
      </legend>
      <div className="relative overflow-x-auto rounded-[10px] border border-rule-strong bg-sheet py-2 font-mono text-code">
        <div className="w-max min-w-full">
          {blocksOf(item).map(({ option, lines, first }) =>
            option ? (
              <label
                key={first}
                className="grid cursor-pointer grid-cols-[18px_minmax(0,1fr)] gap-2.5 border-y border-transparent px-3 py-px hover:bg-rule/40 has-checked:border-ink has-checked:bg-rule/50"
              >
                <input
                  type={wanted === 1 ? 'radio' : 'checkbox'}
                  name={name}
                  checked={answer.chosen.includes(option.id)}
                  onChange={() => onChange(choose(item, answer, option.id))}
                  className={cx(
                    'mt-px size-4 appearance-none border-[1.5px] border-edge bg-sheet checked:border-[5px] checked:border-ink',
                    wanted === 1 ? 'rounded-full' : 'rounded-[4px]',
                  )}
                />
                <span className="whitespace-pre">
                  <span className="sr-only">{placeWords(first, lines.length)}: </span>
                  {lines.join('\n')}
                </span>
              </label>
            ) : (
              <div key={first} className="whitespace-pre px-3 py-px pl-[38px] text-ink-2">
                {lines.join('\n') || ' '}
              </div>
            ),
          )}
        </div>
      </div>
    </fieldset>
  );
}

function placeWords(first: number, count: number): string {
  return count === 1 ? `Line ${first + 1}` : `Lines ${first + 1} to ${first + count}`;
}

interface Block {
  readonly first: number;
  readonly lines: readonly string[];
  readonly option?: QuizOptionView;
}

function blocksOf({ exhibit, options }: QuizItemView): readonly Block[] {
  const all = exhibit?.lines ?? [];
  const blocks: Block[] = [];
  for (let at = 0; at < all.length; ) {
    const option = options.find(({ lines }) => lines?.first === at);
    const last = option?.lines?.last ?? at;
    blocks.push({ first: at, lines: all.slice(at, last + 1), option });
    at = last + 1;
  }
  return blocks;
}
