import type { Refusal } from '../../aws';
import type { Cloud } from '../../cloud';
import type { Trace } from '../../pipeline';
import type { LayerName } from '../../policy';
import { type ExplainedCheck, layerWord, plainly } from '../access';
import type { AccessAnswerView } from '../model';
import { type Judge, shortReason } from '../who-can/cells';
import type { Asked } from './asked';
import { principalNow } from './storing';

/** What the engine says of a request, as far as access is concerned. */
export interface Answered {
  readonly isAllowed: boolean;
  /** The check that settles it: the one that failed, or the last. */
  readonly check: ExplainedCheck | undefined;
  readonly refusal: Refusal | undefined;
}

/**
 * Whether a request is authorized now; must run inside `supposing`. A request of KMS is judged without being carried
 * out; of any other service it is carried out and taken back, since what it asks of KMS shows only then.
 */
export function answered(cloud: Cloud, judge: Judge, asked: Asked): Answered {
  const { request } = asked;
  const operation = cloud.operations(request.service)?.[request.operation];
  const principal = principalNow(cloud.world, asked.principal, request.credentials);
  if (request.service !== 'kms' || !operation) return carriedOut(cloud, { ...asked, principal });
  const { refusal, checks } = judge(operation, {
    principal,
    region: request.region,
    input: request.input,
    source: request.source,
    isOpen: () => false,
  });
  if (refusal) return { isAllowed: false, check: undefined, refusal };
  const failed = checks.find(({ decision }) => decision.verdict !== 'allow');
  const settling = failed ?? checks.at(-1);
  return {
    isAllowed: !failed,
    check: settling && { ...settling.explain(), check: settling.check },
    refusal: failed?.refusal(),
  };
}

function carriedOut(cloud: Cloud, { request, principal }: Asked): Answered {
  const reply = cloud.askAs(principal, request);
  const failed = reply.trace && refusedCheck(reply.trace);
  if (failed) return { isAllowed: false, check: failed, refusal: reply.ok ? undefined : reply.refusal };
  const last = reply.trace && allChecks(reply.trace).at(-1);
  const isKeyRefusal = !reply.ok && /AccessDenied/.test(reply.refusal.name);
  return { isAllowed: !isKeyRefusal, check: last, refusal: isKeyRefusal ? reply.refusal : undefined };
}

/** The decision that failed, of the request itself or of one that it caused. */
function refusedCheck(trace: Trace): ExplainedCheck | undefined {
  return allChecks(trace).find(({ verdict }) => verdict !== 'allow');
}

function allChecks(trace: Trace): readonly ExplainedCheck[] {
  return [...(trace.decisions as readonly ExplainedCheck[]), ...trace.children.flatMap(allChecks)];
}

export function answerView({ isAllowed, check, refusal }: Answered): AccessAnswerView {
  const ofKey = check?.check.resource.includes(':kms:') ?? true;
  return {
    verdict: isAllowed ? 'allowed' : 'refused',
    because: check ? plainly(shortReason(check), ofKey) : (refusal?.message ?? 'No permission is needed'),
    layer: check ? layerOf(check, ofKey) : '',
    refusal: isAllowed || !refusal ? undefined : { name: refusal.name, message: refusal.message ?? '' },
  };
}

const WAY_LAYERS: Readonly<Record<string, LayerName | 'other'>> = {
  direct: 'resource',
  role: 'resource',
  root: 'resource',
  delegation: 'identity',
  'identity-only': 'identity',
  'other-allow': 'other',
};

function layerOf({ verdict, reason }: ExplainedCheck, ofKey: boolean): string {
  if (verdict === 'allow') return layerWord(WAY_LAYERS[reason] ?? 'resource', ofKey);
  return layerWord(reason.replace('explicit:', '') as LayerName, ofKey);
}
