import type { Cell, Lesson, Session } from '../run';
import { lightOf } from './flow';
import type { RuleLit, TrialPartView, TrialRule, TrialView } from './model';
import { proofParts } from './proof';
import type { AwsCommit } from './scene';

/** Commands tried in a fresh world, each with the parts of the flows that it lights. */
export function trialView(
  session: Session,
  lesson: Lesson<unknown>,
  cells: readonly Cell[],
  flows: readonly (readonly TrialRule[])[],
): TrialView {
  const parts = proofParts(session, lesson, { id: 'trial', cells });
  return {
    parts: parts.map((part, index): TrialPartView => {
      const cell = cells[index];
      const commits = cell ? commitsOf(session, cell) : [];
      return { ...part, lit: flows.map((rules) => (cell ? litBy(rules, cell, commits) : [])) };
    }),
  };
}

/** Every commit that a cell made. */
function commitsOf({ line, cloud }: Session, { id }: Cell): readonly AwsCommit[] {
  const place = line.cells.findIndex((cell) => cell.id === id);
  const until = line.ends[place] ?? 0;
  return cloud.world.log.since(line.ends[place - 1] ?? 0).filter(({ seq }) => seq <= until);
}

function litBy(rules: readonly TrialRule[], cell: Cell, commits: readonly AwsCommit[]): readonly RuleLit[] {
  return rules.flatMap((rule, index): readonly RuleLit[] => {
    if (rule.source !== undefined && !cell.source.includes(rule.source)) return [];
    const asksForRequest = [rule.service, rule.operation, rule.region, rule.caller].some(
      (one) => one !== undefined,
    );
    const light = asksForRequest ? lightOf(rule, commits) : cell.status === 'done' ? 'lit' : 'refused';
    return light ? [{ rule: index, light }] : [];
  });
}
