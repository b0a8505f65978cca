import { testCondition } from '../condition/condition';
import { unknownConditionKeys } from '../condition/unknown-keys';
import type { PolicyVersion } from '../document/document';
import { unknownResourceKeys } from '../matching/resource';
import { both, MAYBE, NO, type Tri } from '../matching/tri';
import type { CompiledStatement } from './compile';
import type { PolicyRequest } from './request';

/** Resource and conditions of a statement whose action and principal are known to match. */
export function testStatement(statement: CompiledStatement, request: PolicyRequest): Tri {
  const { conditions } = statement;
  let result = statement.resource(request.resource, request.context);
  for (let i = 0; i < conditions.length && result !== NO; i++) {
    result = both(result, testCondition(conditions[i] as (typeof conditions)[number], request.context));
  }
  return result;
}

/** The keys that would settle such a statement where the test answers MAYBE. */
export function unknownKeysOf(
  { source, resource, conditions }: CompiledStatement,
  version: PolicyVersion,
  { resource: arn, context }: PolicyRequest,
): readonly string[] {
  const isOpen = resource(arn, context) === MAYBE;
  return [
    ...(isOpen && source.resource ? unknownResourceKeys(source.resource, version, context) : []),
    ...conditions.flatMap((condition) =>
      testCondition(condition, context) === MAYBE ? unknownConditionKeys(condition, context) : [],
    ),
  ];
}
