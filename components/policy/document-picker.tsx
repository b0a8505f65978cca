'use client';

import type { DeskDocument } from './desk-document';

/** Every document that has a say, by kind. */
export function DocumentPicker({
  documents,
  open,
  onOpen,
}: {
  documents: readonly DeskDocument[];
  open: DeskDocument;
  onOpen: (word: string) => void;
}) {
  const kinds = [...new Set(documents.map(({ view }) => view.kind))];
  return (
    <label className="grid grid-cols-1 min-w-0 gap-1 text-sm">
      <span className="text-ink-2">Document</span>
      <select
        value={open.word}
        onChange={(event) => onOpen(event.target.value)}
        className="h-[30px] w-full min-w-0 rounded-[7px] border border-edge bg-sheet px-2 text-ink"
      >
        {kinds.map((kind) => (
          <optgroup key={kind} label={kind}>
            {documents
              .filter(({ view }) => view.kind === kind)
              .map(({ word, view, isChanged }) => (
                <option key={word} value={word}>
                  {view.title}
                  {isChanged ? ' (changed, not stored)' : ''}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}
