import { needs } from '../base';
import { compilePolicyText, type NamedPolicy, type PolicyKind } from '../policy';

const CACHED_TEXTS = 5000;
const byKind = new Map<PolicyKind, Map<string, NamedPolicy>>();

/** A stored policy, ready to decide with. Stored texts were checked when they were stored. */
export function storedPolicy(text: string, kind: PolicyKind, name: string): NamedPolicy {
  let texts = byKind.get(kind);
  if (!texts) {
    texts = new Map();
    byKind.set(kind, texts);
  }
  let named = texts.get(text);
  if (!named || named.name !== name) {
    const compiled = compilePolicyText(text, kind);
    needs(compiled.ok, `the stored ${kind} policy ${name} cannot be read`);
    if (texts.size >= CACHED_TEXTS) texts.clear();
    named = { name, policy: compiled.policy };
    texts.set(text, named);
  }
  return named;
}
