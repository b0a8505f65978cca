'use client';

import { setDiagnostics } from '@codemirror/lint';
import { Compartment, EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { type RefObject, useEffect, useRef } from 'react';
import type { PolicyFindingView, PolicyVocabularyView } from '../../lib/views';
import { diagnosticsOf, editorSetup } from './editor-setup';

/** What others may do with an editor. */
export interface EditorHandle {
  /** Puts the caret there, and the focus. */
  goTo(offset: number): void;
}

export interface PolicyEditorProps {
  /** The accessible name: which document it is. */
  label: string;
  describedBy: string;
  text: string;
  readOnly: boolean;
  findings: readonly PolicyFindingView[];
  vocabulary: PolicyVocabularyView | undefined;
  handle: RefObject<EditorHandle | undefined>;
  onChange: (text: string) => void;
}

/** A policy to write in: completion, findings in their place, undo. One per document: give it a key. */
export function PolicyEditor(props: PolicyEditorProps) {
  const { label, describedBy, text, readOnly, findings, handle } = props;
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(undefined);
  const latest = useRef(props);
  latest.current = props;
  const locked = useRef(new Compartment());

  // biome-ignore lint/correctness/useExhaustiveDependencies: one editor for as long as the document is open
  useEffect(() => {
    if (!host.current) return;
    const made = new EditorView({
      parent: host.current,
      state: firstState(latest, locked.current, describedBy),
    });
    view.current = made;
    handle.current = { goTo: (offset) => goTo(made, offset) };
    return () => {
      made.destroy();
      handle.current = undefined;
    };
  }, []);

  useEffect(() => {
    const made = view.current;
    if (!made || made.state.doc.toString() === text) return;
    made.dispatch({ changes: { from: 0, to: made.state.doc.length, insert: text } });
  }, [text]);

  useEffect(() => {
    view.current?.dispatch({ effects: locked.current.reconfigure(lockOf(readOnly, label, describedBy)) });
  }, [readOnly, label, describedBy]);

  useEffect(() => {
    const made = view.current;
    if (made) made.dispatch(setDiagnostics(made.state, diagnosticsOf(findings, made.state.doc.length)));
  }, [findings]);

  return (
    <div
      ref={host}
      className="min-w-0 overflow-hidden rounded-[10px] border border-edge bg-sheet [&_.cm-editor]:max-h-[460px] [&_.cm-editor]:min-h-40"
    />
  );
}

function goTo(view: EditorView, offset: number): void {
  const at = Math.min(offset, view.state.doc.length);
  view.dispatch({ selection: { anchor: at }, scrollIntoView: true });
  view.focus();
}

function firstState(
  latest: RefObject<PolicyEditorProps>,
  locked: Compartment,
  describedBy: string,
): EditorState {
  const { text, readOnly, label } = latest.current;
  return EditorState.create({
    doc: text,
    extensions: [
      editorSetup(() => latest.current.vocabulary),
      locked.of(lockOf(readOnly, label, describedBy)),
      EditorView.updateListener.of((update) => {
        const now = update.state.doc.toString();
        if (update.docChanged && now !== latest.current.text) latest.current.onChange(now);
      }),
    ],
  });
}

function lockOf(readOnly: boolean, label: string, describedBy: string) {
  const names = { 'aria-label': label, 'aria-describedby': describedBy, 'aria-readonly': String(readOnly) };
  return [EditorState.readOnly.of(readOnly), EditorView.contentAttributes.of(names)];
}
