import type { CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import type { PolicyVocabularyView } from '../../lib/views';

type Node = ReturnType<ReturnType<typeof syntaxTree>['resolveInner']>;

interface Offer {
  readonly label: string;
  readonly detail?: string;
  readonly info?: string;
}

const TOP = ['Version', 'Id', 'Statement'];
const OF_STATEMENTS = [
  'Sid',
  'Effect',
  'Principal',
  'Action',
  'Resource',
  'Condition',
  'NotPrincipal',
  'NotAction',
  'NotResource',
];
const OF_PRINCIPALS = ['AWS', 'Service', 'Federated', 'CanonicalUser'];

/** Completes the string in which the caret stands, by its place in the document. */
export function policyCompletions(vocabulary: PolicyVocabularyView) {
  return ({ state, pos }: CompletionContext): CompletionResult | null => {
    const string = stringAt(state, pos);
    if (!string) return null;
    const options = offersFor(string.isName, pathOf(state, string.node), vocabulary);
    if (options.length === 0) return null;
    const { from, to } = string.node;
    const isClosed = to - from > 1 && state.sliceDoc(to - 1, to) === '"';
    return { from: from + 1, to: isClosed ? to - 1 : pos, options: [...options], validFor: /^[^"]*$/ };
  };
}

function stringAt(
  state: EditorState,
  pos: number,
): { readonly node: Node; readonly isName: boolean } | undefined {
  const node = syntaxTree(state).resolveInner(pos, -1);
  const isName = node.name === 'PropertyName';
  if ((node.name !== 'String' && !isName) || pos <= node.from) return undefined;
  return { node, isName };
}

/** Names of the members in which a node lies, outermost first: `Statement`, `Condition`, `StringEquals`. */
function pathOf(state: EditorState, node: Node): readonly string[] {
  const names: string[] = [];
  for (let at = node.parent; at; at = at.parent) {
    const name = at.name === 'Property' ? at.getChild('PropertyName') : null;
    if (name && name.from !== node.from) names.unshift(state.sliceDoc(name.from + 1, name.to - 1));
  }
  return names;
}

function offersFor(
  isName: boolean,
  path: readonly string[],
  vocabulary: PolicyVocabularyView,
): readonly Offer[] {
  const [top, member, inner] = path;
  if (isName) {
    if (top === undefined) return named(TOP);
    if (member === undefined) return named(OF_STATEMENTS);
    if (/Principal$/.test(member)) return named(OF_PRINCIPALS);
    if (member !== 'Condition') return [];
    return inner === undefined ? named(vocabulary.operators) : conditionKeys(vocabulary);
  }
  if (top === 'Version') return named(['2012-10-17']);
  if (member === 'Effect') return named(['Allow', 'Deny']);
  if (/Action$/.test(member ?? '')) return actions(vocabulary);
  if (/Principal$/.test(member ?? '')) return inner === 'AWS' ? arns(vocabulary.principals) : named(['*']);
  if (/Resource$/.test(member ?? '')) return [{ label: '*' }, ...arns(vocabulary.resources)];
  return [];
}

const named = (labels: readonly string[]): readonly Offer[] => labels.map((label) => ({ label }));

const arns = (found: PolicyVocabularyView['principals']): readonly Offer[] =>
  found.map(({ arn, label }) => ({ label: arn, detail: label }));

function actions({ actions: all }: PolicyVocabularyView): readonly Offer[] {
  return [
    { label: 'kms:*', detail: 'every action' },
    ...all.map(({ name, about }) => ({ label: name, info: about })),
  ];
}

function conditionKeys({ conditionKeys: all }: PolicyVocabularyView): readonly Offer[] {
  return all.map(({ name, type, isMultivalued }) => ({
    label: name,
    detail: isMultivalued ? `${type}, several values` : type,
  }));
}
