'use client';

import { useId } from 'react';
import type { AccessChangeView, SuggestionsView } from '../../lib/views';
import { CommandLine } from '../policy/command-line';
import { DiffLines } from '../policy/diff-lines';
import { Button } from '../ui/button';
import { CodeBlock } from '../ui/code-block';
import { Disclosure } from '../ui/disclosure';
import { MarkdownLine } from '../ui/markdown';
import { VerdictMark } from '../ui/verdict-mark';

export interface ChangesProps {
  /** Absent while the engine is still trying. */
  view: SuggestionsView | undefined;
  onRun: (command: string) => void;
  /** Puts the changed documents into the editor. */
  onTry: (change: AccessChangeView) => void;
}

/** The smallest changes that would allow a request, each with why it may be a bad idea. */
export function Changes({ view, onRun, onTry }: ChangesProps) {
  if (view?.state === 'allowed') {
    return (
      <p role="status" className="flex items-center gap-1.5 text-ink-2 text-sm">
        <VerdictMark verdict="allowed" size={14} />
        As things stand now, the same request would be allowed.
      </p>
    );
  }
  return (
    <section aria-label="What would allow it" className="grid grid-cols-1 gap-2">
      <h3 className="text-sm">What would allow it</h3>
      <p role="status" className="text-ink-2 text-sm">
        {view ? <MarkdownLine text={view.sentence} /> : 'The engine is trying changes…'}
      </p>
      {view ? (
        <ChangeList changes={view.suggestions.slice(0, SHOWN)} isFirst onRun={onRun} onTry={onTry} />
      ) : null}
      {view && view.suggestions.length > SHOWN ? (
        <Disclosure summary={`${view.suggestions.length - SHOWN} more ways`}>
          <ChangeList changes={view.suggestions.slice(SHOWN)} onRun={onRun} onTry={onTry} />
        </Disclosure>
      ) : null}
    </section>
  );
}

/** The smallest come first; more than these are for those who ask. */
const SHOWN = 3;

function ChangeList({
  changes,
  isFirst = false,
  ...rest
}: { changes: readonly AccessChangeView[]; isFirst?: boolean } & Pick<ChangesProps, 'onRun' | 'onTry'>) {
  if (changes.length === 0) return null;
  return (
    <ol className="grid grid-cols-1 gap-2.5">
      {changes.map((change, index) => (
        <Change key={change.id} change={change} isOpen={isFirst && index === 0} {...rest} />
      ))}
    </ol>
  );
}

function Change({
  change,
  isOpen,
  onRun,
  onTry,
}: {
  change: AccessChangeView;
  /** Shows what it changes without being asked. */
  isOpen: boolean;
} & Pick<ChangesProps, 'onRun' | 'onTry'>) {
  const { commands, diffs, risks, afterwards, by, drafts } = change;
  const what = useId();
  return (
    <li className="grid grid-cols-1 gap-1.5 rounded-[10px] border border-rule-strong bg-paper px-[13px] py-2.5 text-sm">
      <p id={what} className="break-words">
        <MarkdownLine text={change.sentence} />
      </p>
      {risks.map((risk) => (
        <p key={risk} className="border-wait border-l-2 pl-2 text-ink-2">
          <strong className="font-semibold text-wait">Why it may be a bad idea: </strong>
          <MarkdownLine text={risk} />
        </p>
      ))}
      {afterwards ? (
        <p className="border-edge border-l-2 border-dotted pl-2 text-ink-2">
          <span className="font-semibold">Then the next thing stands in the way:</span> {afterwards}
        </p>
      ) : null}
      <p className="flex items-center gap-1.5 text-ink-2 text-xs">
        <VerdictMark verdict="allowed" size={13} />
        Tried on the engine: access is allowed then.
        {by ? ` ${by} may do it.` : ' Nobody of this lab may do it.'}
      </p>
      {diffs.length > 0 ? (
        <Disclosure summary={diffs.length === 1 ? 'The change' : `The ${diffs.length} changes`} open={isOpen}>
          <div className="grid grid-cols-1 gap-2">
            {diffs.map((diff) => (
              <DiffLines key={diff.title} diff={diff} />
            ))}
          </div>
        </Disclosure>
      ) : null}
      {change.canRun
        ? commands.map((command) => (
            <CommandLine key={command} command={command} label="Run" describedBy={what} onRun={onRun} />
          ))
        : commands.map((command) => <Saying key={command} command={command} />)}
      {drafts.length > 0 ? (
        <Button
          size="small"
          className="justify-self-start"
          aria-describedby={what}
          onClick={() => onTry(change)}
        >
          Try it in the editor
        </Button>
      ) : null}
    </li>
  );
}

/** A request said otherwise: what it said besides is known to whoever typed it. */
function Saying({ command }: { command: string }) {
  return (
    <div className="grid grid-cols-1 gap-1">
      <p className="text-ink-2 text-xs">Say this, and the rest as it was said before:</p>
      <CodeBlock code={command} what="how the request is said" />
    </div>
  );
}
