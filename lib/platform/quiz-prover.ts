import { type QuizItem, type RanProof, runProof } from '../quiz';
import { type ProofPartView, type ProofView, proofParts } from '../views';

/** Runs an item's proof in a fresh world. With it comes the whole engine: load it when a proof is asked for. */
export async function proved(item: QuizItem): Promise<ProofView> {
  const began = performance.now();
  const ran = await runProof(item);
  return proofView(ran, performance.now() - began);
}

function proofView({ parts }: RanProof, tookMs: number): ProofView {
  const views = parts.flatMap(({ lead, cells, stage }, index): readonly ProofPartView[] =>
    proofParts(stage.session, stage.lesson, { id: `proof-${index + 1}`, lead, cells }),
  );
  const requests = views.reduce((sum, { xrays }) => sum + (xrays?.length ?? 0), 0);
  return { summary: `${requests} requests, ${Math.round(tookMs).toLocaleString('en-US')} ms`, parts: views };
}
