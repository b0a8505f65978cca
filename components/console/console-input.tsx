'use client';

import { type KeyboardEvent, useId, useRef } from 'react';
import { Button } from '../ui/button';
import { LiveRegion } from '../ui/live-region';
import type { ConsoleKey } from './console-keys';
import { optionId, Suggestions } from './suggestions';
import { type ConsoleInputPort, useConsoleInput } from './use-console-input';

export interface ConsoleInputProps extends ConsoleInputPort {
  prompt: string;
  closedBecause: string | undefined;
}

const keys =
  'Enter runs, Shift Enter adds a line. Tab completes where there is a suggestion; press Escape, then Tab, to leave. ' +
  'Up and down recall what was run. Control C stops, Control L clears the view, Control R searches the history.';

export function ConsoleInput({ prompt, closedBecause, ...port }: ConsoleInputProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const input = useConsoleInput(area, port);
  const { text, completion } = input;
  const items = completion.view?.items ?? [];
  const open = completion.open && items.length > 0;
  return (
    <div className="relative border-rule border-t bg-sheet">
      {open && completion.view ? (
        <Suggestions
          id={`${id}-list`}
          view={completion.view}
          index={completion.index}
          onAccept={input.accept}
        />
      ) : null}
      <div className="flex items-start gap-2 px-4 py-[9px] focus-within:shadow-[inset_0_2px_var(--link)]">
        <span aria-hidden="true" className="select-none font-mono text-code text-ink-3 leading-[1.6]">
          {prompt}
        </span>
        <textarea
          ref={area}
          aria-label="Command"
          aria-describedby={`${id}-keys`}
          aria-autocomplete="list"
          aria-controls={open ? `${id}-list` : undefined}
          aria-activedescendant={open ? optionId(`${id}-list`, completion.index) : undefined}
          rows={Math.min(8, text.split('\n').length)}
          value={text}
          disabled={closedBecause !== undefined}
          placeholder={closedBecause ?? (port.running ? 'Running. Ctrl+C stops it.' : '')}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          autoCorrect="off"
          onChange={(event) => input.typed(event.target.value, event.target.selectionStart)}
          onKeyDown={(event) => input.pressed(keyOf(event)) && event.preventDefault()}
          className="min-h-[22px] min-w-0 flex-1 resize-none break-words bg-transparent p-0 font-mono text-code leading-[1.6] outline-none placeholder:text-ink-3 max-md:text-md"
        />
        {closedBecause === undefined ? (
          <InputButtons input={input} running={port.running} onStop={port.onStop} />
        ) : null}
      </div>
      <p id={`${id}-keys`} className="sr-only">
        {keys}
      </p>
      <LiveRegion message={said(input.waiting, open, items.length, completion.leaving)} />
    </div>
  );
}

function InputButtons({
  input,
  running,
  onStop,
}: {
  input: ReturnType<typeof useConsoleInput>;
  running: boolean;
  onStop: () => void;
}) {
  if (running) {
    return (
      <Button className="-my-1" onClick={onStop}>
        Stop <kbd className="text-ink-3 max-md:hidden">Ctrl C</kbd>
      </Button>
    );
  }
  return (
    <>
      <span className="select-none font-mono text-ink-3 text-xs leading-[1.8] max-md:hidden">
        Tab completes, ↑ recalls
      </span>
      <Button
        look="quiet"
        className="-my-1 md:hidden"
        onClick={() => input.complete()}
        disabled={input.text === ''}
      >
        Complete
      </Button>
      <Button
        look="primary"
        className="-my-1 md:hidden"
        onClick={input.run}
        disabled={input.text.trim() === ''}
      >
        Run
      </Button>
    </>
  );
}

function keyOf(event: KeyboardEvent<HTMLTextAreaElement>): ConsoleKey {
  const { key, ctrlKey, shiftKey, altKey, metaKey, nativeEvent, currentTarget } = event;
  const { selectionStart, selectionEnd } = currentTarget;
  const { isComposing } = nativeEvent;
  return { key, ctrlKey, shiftKey, altKey, metaKey, isComposing, selectionStart, selectionEnd };
}

function said(waiting: boolean, open: boolean, count: number, leaving: boolean): string {
  if (waiting) return 'Looking for suggestions.';
  if (open) return `${count} suggestions.`;
  return leaving ? 'Tab now leaves the input.' : '';
}
