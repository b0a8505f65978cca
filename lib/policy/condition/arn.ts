import { compileArnPattern } from '../matching/arn-pattern';
import type { OperatorDefinition, Operators } from './operator';

function arnOperator(negated: boolean): OperatorDefinition {
  return { family: 'Arn', negated, variables: true, reads: 'pattern', prepare: compileArnPattern };
}

/** fact: authorization 6: the Equals and Like forms are identical. */
export const arnOperators: Operators = {
  ArnEquals: arnOperator(false),
  ArnLike: arnOperator(false),
  ArnNotEquals: arnOperator(true),
  ArnNotLike: arnOperator(true),
};
