'use client';

import { useId } from 'react';
import type { Confidence } from '../../lib/views';

const choices: readonly { id: Confidence; label: string }[] = [
  { id: 'guess', label: 'A guess' },
  { id: 'think', label: 'I think so' },
  { id: 'sure', label: 'I am sure' },
];

/** Asked before marking: a confident error is the one worth coming back to. */
export function ConfidencePicker({
  chosen,
  onChoose,
}: {
  chosen: Confidence | undefined;
  onChoose: (confidence: Confidence) => void;
}) {
  const name = useId();
  return (
    <fieldset className="m-0 flex flex-wrap items-center gap-2 border-0 p-0">
      <legend className="sr-only">How sure are you?</legend>
      <span aria-hidden="true" className="text-ink-2">
        How sure?
      </span>
      {choices.map(({ id, label }) => (
        <label
          key={id}
          className="cursor-pointer rounded-full border border-edge bg-sheet px-3 py-0.5 hover:border-ink has-checked:border-ink has-checked:bg-ink has-checked:text-paper has-focus-visible:outline-2 has-focus-visible:outline-link has-focus-visible:outline-offset-2"
        >
          <input
            type="radio"
            name={name}
            checked={id === chosen}
            onChange={() => onChoose(id)}
            className="sr-only"
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
