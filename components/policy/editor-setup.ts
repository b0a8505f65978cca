import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { bracketMatching, indentOnInput, syntaxTree } from '@codemirror/language';
import { type Diagnostic, lintGutter, lintKeymap, nextDiagnostic } from '@codemirror/lint';
import { type Extension, RangeSetBuilder } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  drawSelection,
  EditorView,
  highlightActiveLine,
  keymap,
  lineNumbers,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';
import type { PolicyFindingView, PolicyVocabularyView } from '../../lib/views';
import { policyCompletions } from './policy-completions';

/** What every editor of a policy can do. Tab is left to the page: it moves the focus on. */
export function editorSetup(vocabulary: () => PolicyVocabularyView | undefined): Extension {
  return [
    json(),
    history(),
    lineNumbers(),
    lintGutter(),
    drawSelection(),
    highlightActiveLine(),
    bracketMatching(),
    closeBrackets(),
    indentOnInput(),
    EditorView.lineWrapping,
    autocompletion({
      icons: false,
      override: [
        (context) => {
          const known = vocabulary();
          return known ? policyCompletions(known)(context) : null;
        },
      ],
    }),
    memberNames,
    keymap.of([
      ...closeBracketsKeymap,
      ...completionKeymap,
      ...lintKeymap,
      { key: 'F8', run: nextDiagnostic },
      ...historyKeymap,
      ...defaultKeymap,
    ]),
    paperAndInk,
  ];
}

const NAME = Decoration.mark({ class: 'cm-name' });

function namesIn(view: EditorView): DecorationSet {
  const found = new RangeSetBuilder<Decoration>();
  for (const { from, to } of view.visibleRanges) {
    syntaxTree(view.state).iterate({
      from,
      to,
      enter: (node) => {
        if (node.name === 'PropertyName') found.add(node.from, node.to, NAME);
      },
    });
  }
  return found.finish();
}

/** Names of members stand back, values stand out. */
const memberNames = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;
    constructor(view: EditorView) {
      this.decorations = namesIn(view);
    }
    update(update: ViewUpdate) {
      const isParsed = syntaxTree(update.state) !== syntaxTree(update.startState);
      if (update.docChanged || update.viewportChanged || isParsed) this.decorations = namesIn(update.view);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

/** The palette of the page: CodeMirror's own colours fit no dark theme. */
const paperAndInk = EditorView.theme({
  '&': { color: 'var(--ink)', backgroundColor: 'var(--sheet)', fontSize: '0.78125rem' },
  '&.cm-focused': { outline: '2px solid var(--link)', outlineOffset: '-1px' },
  '.cm-scroller': { fontFamily: 'var(--font-plex-mono), ui-monospace, monospace', lineHeight: '1.55' },
  '.cm-content': { caretColor: 'var(--ink)', padding: '8px 0' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-name': { color: 'var(--ink-2)' },
  '.cm-gutters': { backgroundColor: 'var(--sheet)', color: 'var(--ink-3)', border: 'none' },
  '.cm-activeLine': { backgroundColor: 'color-mix(in srgb, var(--rule) 35%, transparent)' },
  '&:not(.cm-focused) .cm-activeLine': { backgroundColor: 'transparent' },
  '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
    backgroundColor: 'var(--rule-strong)',
  },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--rule)', outline: '1px solid var(--edge)' },
  '.cm-lintRange-error': { backgroundImage: 'none', borderBottom: '2px solid var(--deny)' },
  '.cm-lintRange-warning': { backgroundImage: 'none', borderBottom: '2px dotted var(--wait)' },
  '.cm-lintRange-info': { backgroundImage: 'none', borderBottom: '1px dotted var(--edge)' },
  '.cm-lintPoint-error:after': { borderBottomColor: 'var(--deny)' },
  '.cm-lintPoint-warning:after': { borderBottomColor: 'var(--wait)' },
  '.cm-lint-marker': { width: '0.8em', height: '0.8em' },
  '.cm-tooltip': {
    backgroundColor: 'var(--sheet)',
    color: 'var(--ink)',
    border: '1px solid var(--rule-strong)',
    borderRadius: '8px',
    boxShadow: 'var(--shadow)',
  },
  '.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--font-plex-mono), monospace', maxHeight: '14em' },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--ink)',
    color: 'var(--paper)',
  },
  '.cm-completionDetail': { color: 'inherit', fontStyle: 'normal', opacity: '0.85' },
  '.cm-completionInfo': { fontFamily: 'var(--font-sans), sans-serif', maxWidth: '280px' },
  '.cm-diagnostic': { fontFamily: 'var(--font-sans), sans-serif', padding: '6px 10px' },
  '.cm-diagnostic-error': { borderLeft: '3px solid var(--deny)' },
  '.cm-diagnostic-warning': { borderLeft: '3px solid var(--wait)' },
  '.cm-diagnostic-info': { borderLeft: '3px solid var(--edge)' },
});

const SEVERITIES = { error: 'error', warning: 'warning', suggestion: 'info' } as const;

/** Findings as marks. They were made of a text that may have changed since: marks stay inside. */
export function diagnosticsOf(findings: readonly PolicyFindingView[], length: number): Diagnostic[] {
  return findings.map(({ from, to, severity, message }) => ({
    from: Math.min(from.offset, length),
    to: Math.min(Math.max(to.offset, from.offset), length),
    severity: SEVERITIES[severity],
    message,
  }));
}
