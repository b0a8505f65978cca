import { type CompiledCondition, compileCondition } from '../condition/condition';
import type { PolicyDocument, PolicyKind, Statement } from '../document/document';
import { type DocumentRules, documentRules } from '../document/document-rules';
import { type PolicyParse, parsePolicy } from '../document/parse-policy';
import { compileAction } from '../matching/action';
import { compilePrincipal, type PrincipalMatcher } from '../matching/principal-match';
import { compileResource, type ResourceMatcher } from '../matching/resource';
import { YES } from '../matching/tri';
import type { Test } from '../matching/wildcard';

/** The matchers of one statement; all elements must match (fact: authorization 4, 6). */
export type CompiledStatement = {
  readonly source: Statement;
  readonly isDeny: boolean;
  /** Undefined in documents whose principal is whoever they are attached to. */
  readonly principal?: PrincipalMatcher;
  readonly action: Test;
  readonly resource: ResourceMatcher;
  readonly conditions: readonly CompiledCondition[];
};

/** A document prepared for decisions. Made once per text and shared by all who have the same text. */
export type CompiledPolicy = {
  readonly document: PolicyDocument;
  readonly statements: readonly CompiledStatement[];
  /** Which statements reach an action, by the action in lower case; filled as actions are asked for. */
  readonly byAction: Map<string, readonly CompiledStatement[]>;
};

export type CompileResult =
  | { readonly ok: true; readonly policy: CompiledPolicy }
  | Extract<PolicyParse, { ok: false }>;

const compiled = new WeakMap<PolicyDocument, CompiledPolicy>();

/** Answers the same object for the same document. */
export function compilePolicy(document: PolicyDocument): CompiledPolicy {
  const earlier = compiled.get(document);
  if (earlier) return earlier;
  const statements = document.statements.map((statement) => compileStatement(statement, document));
  const policy: CompiledPolicy = { document, statements, byAction: new Map() };
  compiled.set(document, policy);
  return policy;
}

function compileStatement(source: Statement, document: PolicyDocument): CompiledStatement {
  return {
    source,
    isDeny: source.effect === 'Deny',
    principal: source.principal && compilePrincipal(source.principal, source.effect),
    action: source.action ? compileAction(source.action) : () => false,
    resource: source.resource ? compileResource(source.resource, document.version) : () => YES,
    conditions: source.conditions.map((condition) => compileCondition(condition, document.version)),
  };
}

/**
 * Why a stored statement has no effect at all: it lacks an element that its kind of document needs.
 * fact: authorization 4 (accepted, no effect).
 */
export function missingElement(
  { kind }: PolicyDocument,
  statement: Statement,
): 'Action' | 'Resource' | undefined {
  if (!statement.action) return 'Action';
  return statement.resource || kind === 'trust' ? undefined : 'Resource';
}

/** More actions than any service has; a limit only for callers that invent action names. */
const MAX_ACTIONS = 1000;

/** The statements of a document that list this action and can have an effect, in the order of the text. */
export function statementsFor(policy: CompiledPolicy, lowerAction: string): readonly CompiledStatement[] {
  const earlier = policy.byAction.get(lowerAction);
  if (earlier) return earlier;
  const found = policy.statements.filter(
    ({ source, action }) => missingElement(policy.document, source) === undefined && action(lowerAction),
  );
  if (policy.byAction.size >= MAX_ACTIONS) policy.byAction.clear();
  policy.byAction.set(lowerAction, found);
  return found;
}

/** Texts kept per set of rules; the one used longest ago goes first. */
const MAX_TEXTS = 2000;
const byText = new WeakMap<DocumentRules, Map<string, CompileResult>>();

/** Parses and compiles a text, or answers what it answered before for the same text, kind and rules. */
export function compilePolicyText(
  text: string,
  kind: PolicyKind,
  rules: DocumentRules = documentRules[kind],
): CompileResult {
  const texts = byText.get(rules) ?? new Map<string, CompileResult>();
  byText.set(rules, texts);
  const key = `${kind} ${text}`;
  const result = texts.get(key) ?? compileText(text, kind, rules);
  texts.delete(key);
  texts.set(key, result);
  const oldest = texts.size > MAX_TEXTS ? texts.keys().next().value : undefined;
  if (oldest !== undefined) texts.delete(oldest);
  return result;
}

function compileText(text: string, kind: PolicyKind, rules: DocumentRules): CompileResult {
  const parse = parsePolicy(text, kind, rules);
  return parse.ok ? { ok: true, policy: compilePolicy(parse.document) } : parse;
}
