'use client';

import { type ReactNode, useId } from 'react';

export interface RadioView {
  readonly id: string;
  readonly text: ReactNode;
}

/** The browser's own radio buttons, drawn as in the rest of the house. */
export function RadioList({
  legend,
  options,
  chosen,
  onChoose,
  disabled = false,
}: {
  legend: ReactNode;
  options: readonly RadioView[];
  chosen: string | undefined;
  onChoose: (id: string) => void;
  disabled?: boolean;
}) {
  const name = useId();
  return (
    <fieldset className="m-0 grid min-w-0 gap-2 border-0 p-0" disabled={disabled}>
      <legend className="mb-2 p-0 font-semibold">{legend}</legend>
      {options.map((option) => (
        <label key={option.id} className="flex items-start gap-[9px] text-ink-2 has-checked:text-ink">
          <input
            type="radio"
            name={name}
            value={option.id}
            checked={option.id === chosen}
            onChange={() => onChoose(option.id)}
            className="mt-[3px] size-3.5 shrink-0 appearance-none rounded-full border-[1.5px] border-edge bg-sheet checked:border-[4.5px] checked:border-ink"
          />
          <span className="min-w-0">{option.text}</span>
        </label>
      ))}
    </fieldset>
  );
}
