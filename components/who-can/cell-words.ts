import type { WhoCanCellView, WhoCanVerdict } from '../../lib/views';
import type { MarkVerdict } from '../ui/verdict-mark';

export const MARKS: Readonly<Record<WhoCanVerdict, MarkVerdict>> = {
  allowed: 'allowed',
  refused: 'refused',
  conditional: 'waiting',
  never: 'not reached',
};

export const WORDS: Readonly<Record<WhoCanVerdict, string>> = {
  allowed: 'allowed',
  refused: 'refused',
  conditional: 'depends',
  never: 'never',
};

export function isChanged({ before, verdict }: WhoCanCellView): boolean {
  return before !== undefined && before !== verdict;
}

/** A cell as it is read out: `allowed, key policy, was refused`. */
export function cellWords(cell: WhoCanCellView): string {
  const was = cell.before && isChanged(cell) ? `, was ${WORDS[cell.before]}` : '';
  return `${WORDS[cell.verdict]}, ${cell.because}${was}`;
}
