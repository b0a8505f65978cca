import { parseArn } from '../../aws';
import { keys } from '../../kms';
import type { LayerTrace } from '../../policy';
import { type ExplainedCheck, layerWord, plainly } from '../access';
import { keyLabelOf } from '../key-label';
import type { HandshakePartView, HandshakeQuestion, HandshakeSideView, HandshakeView } from '../model';
import { answered } from '../policies/answers';
import { type AccessScene, type Asked, askedOf } from '../policies/asked';
import { principalNow } from '../policies/storing';
import { documentOf } from '../suggestions/places';
import { statementName } from '../suggestions/words';
import { callerName } from '../words';

const OWNER_LAYERS: readonly LayerTrace['layer'][] = ['rcp', 'resource', 'other'];
const CALLER_LAYERS: readonly LayerTrace['layer'][] = ['scp', 'endpoint', 'identity', 'boundary', 'session'];
/** Shown even where they have nothing to say. */
const ALWAYS: ReadonlySet<LayerTrace['layer']> = new Set(['resource', 'other', 'identity']);

/** One access from both sides. Nothing where there is no such request, or no key in it. */
export function handshakeView(
  scene: AccessScene,
  { request }: Omit<HandshakeQuestion, 'at'>,
): HandshakeView | undefined {
  const asked = askedOf(scene, request);
  if (!asked) return undefined;
  const { cloud } = scene;
  const { isAllowed, check } = cloud.supposing((judge) => answered(cloud, judge, asked));
  if (!check) return isAllowed ? undefined : withoutPolicies(scene, asked);
  const [owner, caller] = [ownerSide(scene, asked, check), callerSide(scene, asked, check)];
  const isCrossAccount = owner.account !== caller.account;
  const missing = isAllowed ? 'none' : isCrossAccount ? missingOf(owner, caller) : blameOf(check);
  const view = {
    isCrossAccount,
    verdict: isAllowed ? ('allowed' as const) : ('refused' as const),
    missing,
    sentence: sentenceOf(asked, owner, caller, missing, isCrossAccount),
    operation: asked.request.operation,
    owner,
    caller,
  };
  return { ...view, text: textOf(view) };
}

function ownerSide(scene: AccessScene, asked: Asked, check: ExplainedCheck): HandshakeSideView {
  return check.check.resourcePolicy === undefined
    ? sideWithoutPolicy(scene, asked, check)
    : keySide(scene, asked, check);
}

/** An alias, or an account's keys as a whole: IAM alone decides about them. fact: authorization 1 */
function sideWithoutPolicy(scene: AccessScene, asked: Asked, check: ExplainedCheck): HandshakeSideView {
  const { resource, account } = check.check;
  const who = resource === '*' ? 'the account' : resource.slice(resource.lastIndexOf(':') + 1);
  const because = 'It has no policy of its own: the IAM policies of the caller decide alone.';
  const guardrails = partsOf(scene, asked, check, ['rcp']);
  const saysYes = guardrails.every(({ says }) => says === 'yes');
  return {
    account,
    who,
    saysYes,
    parts: [...guardrails, { label: 'key policy', says: 'not asked', because }],
  };
}

function keySide(scene: AccessScene, asked: Asked, check: ExplainedCheck): HandshakeSideView {
  const parts = partsOf(scene, asked, check, OWNER_LAYERS);
  const { resource, account } = check.check;
  const key = scene.world.table(keys).get(resource);
  const says = (label: string) => parts.find((part) => part.label === label)?.says;
  const isStopped = parts.some((part) => part.says === 'denies') || says('resource control policy') === 'no';
  const saysYes = !isStopped && (says('key policy') === 'yes' || says('grants') === 'yes');
  return { account, who: key ? keyLabelOf(scene.world, key) : resource, saysYes, parts };
}

function callerSide(scene: AccessScene, asked: Asked, check: ExplainedCheck): HandshakeSideView {
  const { principal } = asked;
  const parts = partsOf(scene, asked, check, CALLER_LAYERS);
  const refuses = parts.some(
    ({ label, says }) => says === 'denies' || (says === 'no' && label !== 'IAM policies'),
  );
  const standsIn = check.layers.some(({ others }) =>
    others.some((one) => one.side === 'both' && one.matched === 'yes'),
  );
  const isOwnMaster = principal.type === 'root' || principal.type === 'service';
  const allows = parts.some(({ label, says }) => label === 'IAM policies' && says === 'yes');
  const saysYes = !refuses && (allows || standsIn || isOwnMaster);
  return { account: principal.account, who: callerName(principal), saysYes, parts };
}

const SAYS: Readonly<Record<LayerTrace['verdict'], HandshakePartView['says']>> = {
  allow: 'yes',
  explicitDeny: 'denies',
  implicitDeny: 'no',
  depends: 'no',
  absent: 'not asked',
};

function partsOf(
  scene: AccessScene,
  asked: Asked,
  check: ExplainedCheck,
  layers: readonly LayerTrace['layer'][],
): readonly HandshakePartView[] {
  return layers.flatMap((name) => {
    const layer = check.layers.find((one) => one.layer === name);
    if (!layer || (layer.verdict === 'absent' && !ALWAYS.has(name))) return [];
    return [partOf(scene, asked, check, layer)];
  });
}

function partOf(
  { cloud, world }: AccessScene,
  asked: Asked,
  check: ExplainedCheck,
  layer: LayerTrace,
): HandshakePartView {
  const effect = layer.verdict === 'explicitDeny' ? 'Deny' : 'Allow';
  const statement = layer.statements.find((one) => one.effect === effect && one.matched === 'yes');
  const principal = principalNow(world, asked.principal, asked.request.credentials);
  const document = statement && documentOf({ cloud, request: asked.request, principal, check }, statement);
  return {
    label: layerWord(layer.layer, true),
    says: layer.layer === 'other' && layer.verdict === 'absent' ? 'no' : SAYS[layer.verdict],
    because: plainly(layer.explain, true),
    place: document?.place,
    statement: statement && statementName(statement),
  };
}

function missingOf(owner: HandshakeSideView, caller: HandshakeSideView): HandshakeView['missing'] {
  if (!owner.saysYes) return caller.saysYes ? 'owner' : 'both';
  return 'caller';
}

/** In one account the two sides are one: whose layer refused. */
function blameOf({ reason }: ExplainedCheck): HandshakeView['missing'] {
  return /(?:^|:)(?:resource|rcp)$/.test(reason) ? 'owner' : 'caller';
}

function sentenceOf(
  { request }: Asked,
  owner: HandshakeSideView,
  caller: HandshakeSideView,
  missing: HandshakeView['missing'],
  isCrossAccount: boolean,
): string {
  const what = `\`${request.operation}\` by ${caller.who}`;
  if (!isCrossAccount) {
    return missing === 'none'
      ? `${what} stays inside account ${owner.account}, and is allowed.`
      : `${what} stays inside account ${owner.account}; ${missing === 'owner' ? 'the side of the key' : 'the side of the caller'} says no.`;
  }
  const SENTENCES: Readonly<Record<HandshakeView['missing'], string>> = {
    none: `${what} of account ${caller.account}: both accounts say yes.`,
    owner: `${what}: account ${caller.account} says yes, account ${owner.account} of the key does not.`,
    caller: `${what}: account ${owner.account} of the key says yes, account ${caller.account} does not let its own caller.`,
    both: `${what}: neither account ${owner.account} of the key nor account ${caller.account} of the caller says yes.`,
  };
  return SENTENCES[missing];
}

/** The operation works for the key's own account alone, or there is no such key. */
function withoutPolicies({ world }: AccessScene, { request, principal }: Asked): HandshakeView {
  const named = [request.input.KeyId, request.input.TargetKeyId].find((value) => typeof value === 'string');
  const key = world.table(keys).get(String(named));
  const account = key?.account ?? parseArn(String(named))?.account ?? principal.account;
  const silent = { saysYes: false, parts: [] };
  const view = {
    isCrossAccount: account !== principal.account,
    verdict: 'refused' as const,
    missing: 'both' as const,
    sentence: `\`${request.operation}\` is refused before any policy is asked: it never crosses accounts, or there is no such key.`,
    operation: request.operation,
    owner: { account, who: key ? keyLabelOf(world, key) : String(named ?? 'no key'), ...silent },
    caller: { account: principal.account, who: callerName(principal), ...silent },
  };
  return { ...view, text: view.sentence };
}

function textOf({ sentence, owner, caller }: Omit<HandshakeView, 'text'>): string {
  return [sentence, ...sideLines('Key', owner), ...sideLines('Caller', caller)].join('\n');
}

function sideLines(role: string, { account, who, saysYes, parts }: HandshakeSideView): readonly string[] {
  const heading = `${role}: ${who} in account ${account} says ${saysYes ? 'yes' : 'no'}.`;
  return [
    heading,
    ...parts.map(({ label, says, statement }) => `- ${label}: ${says}${statement ? ` (${statement})` : ''}`),
  ];
}
