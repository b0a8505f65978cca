'use client';

import { lazy, type ReactNode, Suspense, useId, useRef } from 'react';
import type { DraftView, PolicyFindingView, PolicyVocabularyView, RefusalView } from '../../lib/views';
import { Button } from '../ui/button';
import { Callout } from '../ui/callout';
import { CommandLine } from './command-line';
import type { DeskDocument } from './desk-document';
import { DocumentPicker } from './document-picker';
import { Findings } from './findings';
import type { EditorHandle } from './policy-editor';

const PolicyEditor = lazy(async () => ({ default: (await import('./policy-editor')).PolicyEditor }));

export interface EditTabProps {
  documents: readonly DeskDocument[];
  open: DeskDocument | undefined;
  /** What the engine says of the open document; absent while it is asked for the first time. */
  draft: DraftView | undefined;
  vocabulary: PolicyVocabularyView | undefined;
  /** What turned, in one line: where the answers stand far below the editor. */
  turned: string | undefined;
  /** Live answers, and the choice of requests. */
  children: ReactNode;
  onOpen: (word: string) => void;
  onChange: (document: DeskDocument, text: string) => void;
  onRevert: (document: DeskDocument) => void;
  onRun: (command: string) => void;
}

/** Any policy of this world, to be written in while the answers turn. */
export function EditTab({ documents, open, children, onOpen, ...rest }: EditTabProps) {
  if (!open) {
    return (
      <p className="p-4 text-ink-2">
        No policy document exists yet. Create a KMS key: it comes with a key policy.
      </p>
    );
  }
  return (
    <div className="@container p-4">
      <div className="grid grid-cols-1 gap-x-5 gap-y-4 @min-[680px]:grid-cols-[minmax(0,1fr)_minmax(240px,300px)]">
        <div className="grid grid-cols-1 min-w-0 content-start gap-2.5">
          <DocumentPicker documents={documents} open={open} onOpen={onOpen} />
          <p className="text-ink-2 text-xs">
            {open.view.attachedTo.length > 0 ? `On ${open.view.attachedTo.join(', ')}` : 'On nothing'},
            account {open.view.account}.{open.view.readOnly ? ` ${open.view.readOnly}` : ''}
          </p>
          <Editing key={open.word} open={open} {...rest} />
        </div>
        <div className="grid grid-cols-1 min-w-0 content-start gap-3">{children}</div>
      </div>
    </div>
  );
}

const NONE: readonly PolicyFindingView[] = [];

type EditingProps = Omit<EditTabProps, 'documents' | 'open' | 'children' | 'onOpen'> & { open: DeskDocument };

function Editing({ open, draft, turned, vocabulary, onChange, onRevert, onRun }: EditingProps) {
  const handle = useRef<EditorHandle>(undefined);
  const help = useId();
  const readOnly = open.view.readOnly !== undefined;
  return (
    <>
      <Suspense fallback={<p className="text-ink-2 text-sm">The editor is loading…</p>}>
        <PolicyEditor
          label={`Text of the ${open.view.title}`}
          describedBy={help}
          text={open.text}
          readOnly={readOnly}
          findings={draft?.findings ?? NONE}
          vocabulary={vocabulary}
          handle={handle}
          onChange={(text) => onChange(open, text)}
        />
      </Suspense>
      {turned ? <p className="font-semibold text-sm @min-[680px]:hidden">{turned}</p> : null}
      <p id={help} className="text-ink-3 text-xs">
        {readOnly
          ? 'This document can be read, not changed. Tab goes on.'
          : 'Tab goes on to the next thing. Ctrl+Space completes, Enter takes what is offered, Ctrl+Z takes back, F8 goes to the next finding.'}
      </p>
      <Findings findings={draft?.findings ?? NONE} onGoTo={(offset) => handle.current?.goTo(offset)} />
      {draft?.refusal ? <Refusal refusal={draft.refusal} /> : null}
      {draft && !readOnly ? <Storing open={open} draft={draft} onRevert={onRevert} onRun={onRun} /> : null}
    </>
  );
}

function Refusal({ refusal }: { refusal: RefusalView }) {
  return (
    <div role="status">
      <Callout tone="refused" title="AWS would refuse to store it">
        <p className="break-words">
          <code className="font-mono">{refusal.name}</code>: {refusal.message}
        </p>
      </Callout>
    </div>
  );
}

function Storing({
  open,
  draft,
  onRevert,
  onRun,
}: Pick<EditingProps, 'open' | 'onRevert' | 'onRun'> & { draft: DraftView }) {
  return (
    <section aria-label="Store it" className="grid grid-cols-1 gap-2 border-rule border-t pt-2.5">
      <CommandLine
        command={draft.command}
        label="Store it"
        primary={open.isChanged && !draft.refusal}
        disabled={!open.isChanged}
        onRun={onRun}
      />
      <div className="flex flex-wrap items-center gap-2 text-ink-2 text-sm">
        <span className="flex-1">
          {open.isChanged
            ? 'Changed, not stored: the lab still decides by the old text.'
            : 'This is the text that is stored.'}
        </span>
        {open.isChanged ? (
          <Button size="small" onClick={() => onRevert(open)}>
            Back to what is stored
          </Button>
        ) : null}
      </div>
    </section>
  );
}
