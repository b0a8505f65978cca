import { quoteAll } from '../condition/words';
import type { Effect } from '../document/document';
import { nameOf } from '../matching/principal';
import type { Answer } from '../matching/tri';
import { layerLabels } from './denial';
import type { AllowPath } from './formula';
import type { LayerName, PolicyRequest } from './request';
import type { Decision } from './settle';
import type { ElementTrace, LayerTrace, LayerVerdict, StatementTrace } from './trace';

/** What a statement did, and for one that did not apply every element that kept it from applying. */
export function describeStatement(effect: Effect, matched: Answer, missing: readonly ElementTrace[]): string {
  const verb = effect === 'Allow' ? 'allows' : 'denies';
  if (matched === 'yes') return `Every element matches, so this statement ${verb} the request.`;
  const reasons = missing.map(({ explain }) => explain).join(' ');
  if (matched === 'depends') return `Whether this statement ${verb} the request depends: ${reasons}`;
  return `This statement does not apply: ${reasons}`;
}

/** What a layer says by itself, whether or not the outcome hangs on it. */
export function describeLayer(
  layer: LayerName | 'other',
  verdict: LayerVerdict,
  statements: readonly StatementTrace[],
): string {
  if (layer === 'other') return OTHER_SENTENCES[verdict];
  const label = layerLabels[layer];
  switch (verdict) {
    case 'absent':
      return `No ${label} applies to this request.`;
    case 'explicitDeny':
      return `${list(statements, 'Deny', 'yes')} denies the request explicitly.`;
    case 'allow':
      return `${list(statements, 'Allow', 'yes')} allows the request.`;
    case 'depends':
      return `Whether the ${label} allows the request depends on keys that are not known.`;
    case 'implicitDeny':
      return `No ${label} allows the request.`;
  }
}

const OTHER_SENTENCES: Readonly<Record<LayerVerdict, string>> = {
  absent: 'Nothing else allows the request.',
  allow: 'Another allow covers the request.',
  depends: 'Whether another allow covers the request depends on keys that are not known.',
  explicitDeny: 'Nothing else allows the request.',
  implicitDeny: 'None of the other allows covers the request.',
};

function list(statements: readonly StatementTrace[], effect: Effect, matched: Answer): string {
  const matching = statements.filter((one) => one.effect === effect && one.matched === matched);
  return matching.map(nameStatement).join(', and ');
}

/** `statement "Sid" of name`, or by its number, counted from 1, where it has no Sid. */
function nameStatement({ sid, index, document }: StatementTrace): string {
  return `${sid ? `statement "${sid}"` : `statement ${index + 1}`} of ${document.name}`;
}

const PATH_SENTENCES: Readonly<Record<AllowPath, string>> = {
  direct: 'the resource-based policy allows the caller itself',
  role: "the resource-based policy allows the caller's role",
  delegation:
    'the resource-based policy delegates to the account of the caller, and an identity-based policy allows the action',
  'identity-only': 'an identity-based policy allows the action',
  'other-allow': 'another allow covers the request',
  root: 'the caller is the root user of the account',
};

const CROSS_PATHS: Readonly<Partial<Record<AllowPath, string>>> = {
  direct: 'on the side of the owner the resource-based policy names the caller',
  role: "on the side of the owner the resource-based policy names the caller's role",
  delegation: 'on the side of the owner the resource-based policy names the account of the caller',
  'other-allow': 'on the side of the owner another allow covers the request',
};

/** One sentence that says what was decided and why. */
export function describeDecision(
  decision: Decision,
  request: PolicyRequest,
  layers: readonly LayerTrace[],
): string {
  const what = `\`${request.action}\` by \`${nameOf(request.principal)}\``;
  const { verdict, reason } = decision;
  if (verdict === 'depends') return `${what} depends on ${quoteAll(decision.depends)}.`;
  if (verdict === 'allow') return `${what} is allowed: ${describePath(decision)}.`;
  if (verdict === 'explicitDeny') {
    const denying = layers.flatMap(({ statements }) => statements.filter((one) => one.deciding));
    return `${what} is refused: an explicit deny wins, here ${denying.map(nameStatement).join(' and ')}.`;
  }
  const label = layerLabels[reason as LayerName];
  const side = decision.side ? ` on the side of the ${decision.side}` : '';
  return `${what} is refused: no ${label}${side} allows it.`;
}

function describePath({ reason, isCrossAccount }: Decision): string {
  const path = reason as AllowPath;
  const owner = isCrossAccount ? CROSS_PATHS[path] : undefined;
  return owner ? `${owner}, and the account of the caller allows it too` : PATH_SENTENCES[path];
}
