import { STAGES, type Stage } from '../aws';
import type { GateStrip } from '../run';
import type { GateView, RequestGatesView, VerdictView } from './model';
import { type AwsCommit, requestIdOf, type Scene } from './scene';

type StageVerdict = GateStrip['verdicts'][number];

export const VERDICTS: Readonly<Record<StageVerdict, VerdictView>> = {
  passed: 'allowed',
  refused: 'refused',
  'not reached': 'not reached',
};

/** The gates that say something of a request to KMS; that it was recorded goes without saying. */
const KMS_STAGES: readonly Stage[] = STAGES.filter((stage) => stage !== 'trail');
const OTHER_STAGES: readonly Stage[] = ['identity', 'request', 'authorization', 'HSM'];

/** The gates shown for a service's requests, with the word that stands on the screen. */
export function shownStages(service: string): readonly { readonly stage: Stage; readonly word: string }[] {
  if (service === 'kms') return KMS_STAGES.map((stage) => ({ stage, word: stage }));
  return OTHER_STAGES.map((stage) => ({ stage, word: stage === 'HSM' ? 'service' : stage }));
}

export function verdictOf(commit: AwsCommit): VerdictView {
  return commit.outcome.refusal ? 'refused' : 'allowed';
}

/** A request's row of gates, with the rows of those it caused. */
export function gatesOf(scene: Scene, first: number): RequestGatesView | undefined {
  const strip = scene.line.strips.get(first);
  return strip && rowOf(scene, strip, { next: first });
}

/** Strips lie as the requests do in the log: each before those it caused. */
function rowOf(scene: Scene, strip: GateStrip, place: { next: number }): RequestGatesView | undefined {
  const commit = scene.world.log.get(place.next);
  const requestId = requestIdOf(scene, place.next);
  place.next += 1;
  const inner = strip.inner.map((one) => rowOf(scene, one, place)).filter((row) => row !== undefined);
  if (!commit || requestId === undefined) return undefined;
  const { service, operation, region } = commit.request;
  return {
    requestId,
    service,
    operation,
    region,
    verdict: verdictOf(commit),
    gates: gateViews(service, strip),
    inner,
  };
}

function gateViews(service: string, { verdicts }: GateStrip): readonly GateView[] {
  return shownStages(service).map(({ stage, word }) => ({
    stage: word,
    verdict: VERDICTS[verdicts[STAGES.indexOf(stage)] ?? 'not reached'],
  }));
}

/** Rows are for KMS: another service's request is shown when it was refused or asked KMS in turn. */
export function isShown(row: RequestGatesView): boolean {
  return row.service === 'kms' || row.verdict === 'refused' || row.inner.length > 0;
}
