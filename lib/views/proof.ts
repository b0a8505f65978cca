import type { Cell, Lesson, Session } from '../run';
import { cellView } from './console';
import type { ProofPartView, RequestGatesView } from './model';
import { lookAt, seqOf } from './scene';
import { xrayView } from './xray';

/** The cells of a proof, each with its requests taken apart. Its world is its own: `id` tells its cells from others'. */
export function proofParts(
  session: Session,
  lesson: Lesson<unknown>,
  { id, lead, cells }: { readonly id: string; readonly lead?: string; readonly cells: readonly Cell[] },
): readonly ProofPartView[] {
  return lookAt(session, lesson, session.moments.length, (scene) =>
    cells.map((cell, index): ProofPartView => {
      const place = session.line.cells.findIndex((one) => one.id === cell.id);
      const view = cellView(scene, cell, place);
      const requests = view.statements.flatMap((statement) => statement.requests);
      const xrays = requests.flatMap(({ requestId }: RequestGatesView) => {
        const seq = seqOf(scene, requestId);
        return (seq !== undefined && xrayView(scene, seq)) || [];
      });
      return {
        lead: index === 0 ? lead : undefined,
        cell: { ...view, id: `${id}.${cell.id}`, at: '' },
        xrays,
      };
    }),
  );
}
