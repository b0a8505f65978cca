import type { XrayStageView } from '../../lib/views';

/** A stage, or the ones after the decision that were never reached, which share one row. */
export type StageRow =
  | { readonly kind: 'stage'; readonly stage: XrayStageView }
  | { readonly kind: 'not reached'; readonly names: readonly string[] };

export function stageRows(stages: readonly XrayStageView[]): readonly StageRow[] {
  const rows: StageRow[] = [];
  for (const stage of stages) {
    const last = rows.at(-1);
    if (stage.verdict !== 'not reached') rows.push({ kind: 'stage', stage });
    else if (last?.kind === 'not reached')
      rows[rows.length - 1] = { ...last, names: [...last.names, stage.stage] };
    else rows.push({ kind: 'not reached', names: [stage.stage] });
  }
  return rows;
}
