import type { KindView } from '../../components/playbook/playbook';
import type { RowKind } from '../../lib/learn';

/** The playbook's parts, in the order in which one needs them. */
export const KINDS: readonly (KindView & { readonly id: RowKind })[] = [
  { id: 'error', title: 'Errors', about: 'As they are printed.' },
  { id: 'symptom', title: 'Symptoms', about: 'As they are told by whoever calls you.' },
  { id: 'limit', title: 'Limits', about: 'What is too large, too many or too fast.' },
  { id: 'comparison', title: 'Comparisons', about: 'Two things that are taken for one another.' },
  { id: 'condition', title: 'Condition keys', about: 'What a policy can ask for.' },
  { id: 'command', title: 'Commands', about: 'What to type for what.' },
  { id: 'practice', title: 'Good practice', about: 'What to do before it hurts.' },
  { id: 'cost', title: 'Cost', about: 'What is billed, and what is not.' },
  { id: 'term', title: 'Glossary', about: 'Words, as they are used here.' },
];
