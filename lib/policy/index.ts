export { isAddress } from './condition/ip';
export type { OperatorDefinition } from './condition/operator';
export {
  conditionOperators,
  parseOperator,
} from './condition/operators';
export {
  type CompiledPolicy,
  compilePolicyText,
} from './decision/compile';
export { decide } from './decision/decide';
export { denialOf, layerLabels } from './decision/denial';
export { explain } from './decision/explain';
export type { LayerName, Layers, NamedPolicy, OtherAllow, PolicyRequest } from './decision/request';
export type { Decision } from './decision/settle';
export type {
  ElementTrace,
  Explanation,
  LayerTrace,
  StatementTrace,
  Want,
} from './decision/trace';
export type {
  PolicyDocument,
  PolicyKind,
  PrincipalEntry,
  Statement,
} from './document/document';
export { type DocumentRules, documentRules } from './document/document-rules';
export type { TextRange } from './document/json-positions';
export type { PolicyProblem, ProblemCode } from './document/problems';
export { renamePrincipal } from './document/rename-principal';
export { actionsOf } from './lint/action-rules';
export type { ConditionKeyInfo, LintFinding, LintRule } from './lint/finding';
export { lintPolicy } from './lint/lint';
export { compileAction } from './matching/action';
export { type Context, createContext, withUnknown } from './matching/context';
export { type Principal, principalKeys } from './matching/principal';
export { compileStars, fitsWildcard } from './matching/wildcard';
