import type { AwsWorld } from '../../aws';
import { type Cloud, conditionKeysFor, KMS_ACTIONS, keyPolicyRules, NARROWING_KEYS } from '../../cloud';
import { compilePolicyText, type LintRule, lintPolicy, type TextRange } from '../../policy';
import type { DocumentPlace, PolicyFindingView } from '../model';
import { documentAt } from './documents';
import { rulesAt } from './drafts';
import { accountAt } from './storing';

/** What is wrong with a text, or else what is worth a look, in the order of the text. */
export function findingsOf(cloud: Cloud, place: DocumentPlace, text: string): readonly PolicyFindingView[] {
  const { world } = cloud;
  const kind = documentAt(world, place)?.kind ?? 'identity';
  const compiled = compilePolicyText(text, kind, rulesAt(world, place)?.rules);
  if (!compiled.ok) {
    return compiled.problems.map(({ code, message, range }) => view('error', code, message, range));
  }
  const actions = KMS_ACTIONS;
  const rules = kind === 'resource' ? ownRules(cloud, place, actions) : [];
  const options = {
    account: accountAt(world, place),
    keys: conditionKeysFor(compiled.policy.document.text),
    actions,
    narrowingKeys: NARROWING_KEYS,
    rules,
  };
  return lintPolicy(compiled.policy.document, options).map(({ severity, code, message, range }) =>
    view(severity, code, message, range),
  );
}

function ownRules({ world }: Cloud, place: DocumentPlace, actions: readonly string[]): readonly LintRule[] {
  const tenantNames = place.kind === 'key' ? tenantNamesOf(world, place.key) : [];
  return keyPolicyRules({ account: accountAt(world, place), actions, tenantNames });
}

const LOOKED_AT = 500;

/** Names of the encryption context that told one owner of data from another in the newest requests on a key. */
function tenantNamesOf({ log }: AwsWorld, key: string): readonly string[] {
  const values = new Map<string, Set<string>>();
  for (let seq = log.head; seq > Math.max(0, log.head - LOOKED_AT); seq--) {
    const commit = log.get(seq);
    if (!commit?.outcome.audit.resources.includes(key)) continue;
    const context = commit.request.input.EncryptionContext as Readonly<Record<string, string>> | undefined;
    for (const [name, value] of Object.entries(context ?? {})) {
      values.set(name, (values.get(name) ?? new Set()).add(value));
    }
  }
  return [...values].filter(([, of]) => of.size > 1).map(([name]) => name);
}

function view(
  severity: PolicyFindingView['severity'],
  code: string,
  message: string,
  { from, to }: TextRange,
): PolicyFindingView {
  return { severity, code, message, from, to };
}
