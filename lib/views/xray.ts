import { STAGES } from '../aws';
import type { StageReport, Trace } from '../pipeline';
import { accessCheckView, type ExplainedCheck, plainly } from './access';
import { askAgain } from './ask-again';
import { shownStages, VERDICTS, verdictOf } from './gates';
import { wrappedIn } from './map/envelopes';
import { momentOf, regionality } from './map/map';
import type { WhyView, XrayStageView, XrayView } from './model';
import { safeJson } from './safe-json';
import { type AwsCommit, momentIndex, requestIdOf, type Scene } from './scene';
import { whyOf } from './why/why';
import { keysOfMaterial } from './why/why-case';
import { callerName, shortId, timeOfDay } from './words';

/** One request and those it caused, gate by gate. */
export function xrayView(scene: Scene, seq: number): XrayView | undefined {
  const moment = scene.moments[momentIndex(scene.moments, seq)];
  const trace = moment && scene.session.trace(moment.first);
  if (!moment || !trace) return undefined;
  return viewsOf(scene, trace, moment.first).get(seq);
}

/** The request of the first commit and all it caused, by commit: traces lie as their commits do. */
function viewsOf(scene: Scene, root: Trace, first: number): ReadonlyMap<number, XrayView> {
  const views = new Map<number, XrayView>();
  const place = { next: first };
  const visit = (trace: Trace): XrayView | undefined => {
    const seq = place.next;
    place.next += 1;
    const inner = trace.children.map(visit).filter((view) => view !== undefined);
    const commit = scene.world.log.get(seq);
    const view = commit && viewOf(scene, commit, trace, inner);
    if (view) views.set(seq, view);
    return view;
  };
  visit(root);
  return views;
}

function viewOf(scene: Scene, commit: AwsCommit, trace: Trace, inner: readonly XrayView[]): XrayView {
  const { request, outcome, atMs } = commit;
  return {
    requestId: requestIdOf(scene, commit.seq) ?? '',
    service: request.service,
    operation: request.operation,
    region: request.region,
    at: timeOfDay(atMs),
    caller: callerName(outcome.audit.principal),
    verdict: verdictOf(commit),
    refusal: outcome.refusal?.name ?? '',
    stages: stageViews(scene, commit, trace),
    why: why(scene, commit, trace),
    requestJson: safeJson(request.input),
    responseJson: responseJson(scene, commit),
    inner,
  };
}

function why(scene: Scene, commit: AwsCommit, trace: Trace): WhyView | undefined {
  const { refusal } = commit.outcome;
  if (refusal) return whyOf({ scene, commit, refusal, stage: decidingStage(trace), check: lastCheck(trace) });
  const decision = lastCheck(trace);
  if (!decision || commit.request.service !== 'kms') return undefined;
  const { principal } = commit.outcome.audit;
  const sentence = plainly(decision.explain, true);
  return { sentence: principal ? sentence.replaceAll(principal.arn, callerName(principal)) : sentence };
}

function decidingStage({ stages }: Trace): StageReport['stage'] | undefined {
  return stages.find(({ verdict }) => verdict === 'refused')?.stage;
}

/** The check that settled the authorization: the one that failed, or the last that passed. */
function lastCheck({ decisions }: Trace): ExplainedCheck | undefined {
  return (decisions as readonly ExplainedCheck[]).at(-1);
}

function stageViews(scene: Scene, commit: AwsCommit, trace: Trace): readonly XrayStageView[] {
  const principal = commit.outcome.audit.principal;
  return shownStages(commit.request.service).map(({ stage, word }): XrayStageView => {
    const report = trace.stages[STAGES.indexOf(stage)] as StageReport;
    const checks = stage === 'authorization' ? (trace.decisions as readonly ExplainedCheck[]) : [];
    return {
      stage: word,
      verdict: VERDICTS[report.verdict],
      saw: sawWords(commit, report, checks),
      labKnows: stage === 'key' && !isVeiled(scene) ? wrapperWords(scene, commit) : undefined,
      deciding: report.verdict === 'refused',
      checks: checks.length > 0 ? checks.map((check) => accessCheckView(scene, check, principal)) : undefined,
    };
  });
}

const HSM_REFUSED: Readonly<Record<string, string>> = {
  IncorrectKeyException: 'The material of the key that was named did not make this blob.',
  InvalidCiphertextException: 'The blob does not open: it is damaged, or its encryption context was another.',
};

const KEY_REFUSED: Readonly<Record<string, string>> = {
  InvalidArnException: 'What the request names as its key is no name that this operation takes.',
};

/** What the gate reported, in the words of the screen where those are plainer. */
function sawWords(
  { request, outcome }: AwsCommit,
  { stage, verdict, saw }: StageReport,
  checks: readonly ExplainedCheck[],
): string {
  const { principal } = outcome.audit;
  if (stage === 'identity' && principal) return `${callerName(principal)} in account ${principal.account}`;
  if (checks.length > 0) {
    const actions = [...new Set(checks.map(({ check }) => check.action))].join(' and ');
    return `${actions} is ${verdict === 'refused' ? 'refused' : 'allowed'}`;
  }
  // The last gate says that it is done also where it looked into the blob and refused.
  if (stage === 'HSM' && verdict === 'refused' && outcome.refusal)
    return HSM_REFUSED[outcome.refusal.name] ?? 'refused';
  if (stage !== 'key' || verdict !== 'refused') return saw;
  const known = KEY_REFUSED[outcome.refusal?.name ?? ''];
  if (known) return known;
  const isCiphertext = request.input.CiphertextBlob !== undefined && request.input.KeyId === undefined;
  return isCiphertext
    ? `KMS in ${request.region} finds no key for this blob.`
    : `KMS in ${request.region} finds no such key that this caller may use.`;
}

/** The learner is to find it out. */
function isVeiled(scene: Scene): boolean {
  return scene.lesson.stage?.(momentOf(scene)).isVeiled === true;
}

/** Which key made the ciphertext in the request: no operation of KMS tells. */
function wrapperWords(scene: Scene, { request }: AwsCommit): string | undefined {
  const blob = request.input.CiphertextBlob;
  const made = request.service === 'kms' && blob ? wrappedIn(scene, blob)[0] : undefined;
  if (!made) return undefined;
  const holders = keysOfMaterial(scene, made.keyId);
  const places = holders.map(({ region }) => region).join(' and ');
  if (holders.length === 0) return `material ${made.seal.label} wrapped this blob; no key holds it any more.`;
  const kind = regionality(holders[0] as (typeof holders)[number]).replace(/ (primary|replica)$/, '');
  return `material ${made.seal.label} wrapped this blob; it belongs to the ${kind} key ${shortId(made.keyId)} in ${places}.`;
}

/** The answer is not kept: the request is asked once more, as it was then. */
function responseJson(scene: Scene, commit: AwsCommit): string {
  const { refusal } = commit.outcome;
  if (refusal) return safeJson({ __type: refusal.name, message: refusal.message, ...refusal.extra });
  if (commit.parent !== undefined) return '(the answer went to the service that asked)';
  const reply = askAgain(scene, commit);
  return reply.ok ? safeJson(reply.output) : safeJson({ __type: reply.refusal.name });
}
