import { needs } from '../base';
import {
  compilePolicyText,
  type DocumentRules,
  documentRules,
  type NamedPolicy,
  type PolicyKind,
} from '../policy';

const CACHED_TEXTS = 5000;
const byKind = new Map<PolicyKind, Map<string, NamedPolicy>>();

/** Some services store statements that do nothing for want of an action or resource. fact: authorization 4 */
const STORED_RESOURCE: DocumentRules = {
  ...documentRules.resource,
  action: 'optional',
  resource: 'optional',
};

/** A stored policy, ready to decide with. Stored texts were checked when they were stored. */
export function storedPolicy(text: string, kind: PolicyKind, name: string): NamedPolicy {
  let texts = byKind.get(kind);
  if (!texts) {
    texts = new Map();
    byKind.set(kind, texts);
  }
  let named = texts.get(text);
  if (!named || named.name !== name) {
    const compiled = compilePolicyText(text, kind, kind === 'resource' ? STORED_RESOURCE : undefined);
    needs(compiled.ok, `the stored ${kind} policy ${name} cannot be read`);
    if (texts.size >= CACHED_TEXTS) texts.clear();
    named = { name, policy: compiled.policy };
    texts.set(text, named);
  }
  return named;
}
