export type { OperatorDefinition, OperatorFamily } from './condition/operator';
export {
  conditionOperators,
  type ParsedOperator,
  parseOperator,
  type SetQualifier,
} from './condition/operators';
export {
  type CompiledPolicy,
  type CompileResult,
  compilePolicy,
  compilePolicyText,
} from './decision/compile';
export { decide } from './decision/decide';
export { type Denial, denialClause, denialOf, denyingPolicyArn, layerLabels } from './decision/denial';
export { explain } from './decision/explain';
export type { AllowPath, LeafName } from './decision/formula';
export type { LayerName, Layers, NamedPolicy, OtherAllow, PolicyRequest } from './decision/request';
export type { Decision, Reason, Verdict } from './decision/settle';
export type {
  ElementName,
  ElementTrace,
  Explanation,
  LayerTrace,
  LayerVerdict,
  OtherAllowTrace,
  StatementTrace,
  Want,
} from './decision/trace';
export type {
  ActionElement,
  ConditionElement,
  Effect,
  PolicyDocument,
  PolicyKind,
  PolicyVersion,
  PrincipalElement,
  PrincipalEntry,
  PrincipalForm,
  PrincipalType,
  ResourceElement,
  Statement,
  TextValue,
} from './document/document';
export { type DocumentRules, documentRules } from './document/document-rules';
export type { Position, TextRange } from './document/json-positions';
export { type PolicyParse, parsePolicy } from './document/parse-policy';
export type { PolicyProblem, ProblemCode } from './document/problems';
export { renamePrincipal } from './document/rename-principal';
export { actionsOf } from './lint/action-rules';
export type { ConditionKeyInfo, LintFinding, LintOptions, LintRule, LintSeverity } from './lint/finding';
export { lintPolicy } from './lint/lint';
export { compileAction } from './matching/action';
export {
  type Context,
  type ContextInput,
  type ContextScalar,
  createContext,
  type KeyState,
  withUnknown,
} from './matching/context';
export { accountOf, nameOf, type Principal, principalKeys, type Tags } from './matching/principal';
export type { PrincipalWay } from './matching/principal-match';
export type { Answer } from './matching/tri';
export { compileStars, fitsWildcard } from './matching/wildcard';
