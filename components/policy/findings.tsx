'use client';

import type { PolicyFindingView } from '../../lib/views';
import { VerdictMark } from '../ui/verdict-mark';

const MARKS = { error: 'refused', warning: 'waiting', suggestion: 'silent' } as const;
const ORDER = { error: 0, warning: 1, suggestion: 2 } as const;

/** What an analyzer says, worst first; each leads to its line. */
export function Findings({
  findings,
  onGoTo,
}: {
  findings: readonly PolicyFindingView[];
  onGoTo: (offset: number) => void;
}) {
  const sorted = [...findings].sort((a, b) => ORDER[a.severity] - ORDER[b.severity]);
  return (
    <section aria-label="Findings" className="grid grid-cols-1 gap-1.5">
      <p role="status" className="text-ink-2 text-sm">
        {countWords(findings)}
      </p>
      {sorted.length > 0 ? (
        <ul className="grid grid-cols-1 gap-1">
          {sorted.map((finding) => (
            <li key={`${finding.code} ${finding.from.offset}`}>
              <button
                type="button"
                onClick={() => onGoTo(finding.from.offset)}
                className="flex w-full items-start gap-2 rounded-md px-1 py-0.5 text-left text-sm hover:bg-rule/50"
              >
                <span className="mt-0.5">
                  <VerdictMark verdict={MARKS[finding.severity]} size={14} />
                </span>
                <span className="min-w-0 break-words">
                  <span className="font-semibold">
                    {finding.severity}, line {finding.from.line}:
                  </span>{' '}
                  {finding.message}
                </span>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

function countWords(findings: readonly PolicyFindingView[]): string {
  if (findings.length === 0) return 'The analyzer finds nothing to say.';
  const counts = (['error', 'warning', 'suggestion'] as const).flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [`${count} ${severity}${count === 1 ? '' : 's'}`];
  });
  return `The analyzer finds ${counts.join(', ')}.`;
}
