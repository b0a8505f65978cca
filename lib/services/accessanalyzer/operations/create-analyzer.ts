import { shape } from '../../../aws';
import { analyzers } from '../records/analyzer';
import { analyzerArn, analyzerOperation, conflict } from '../rules/operation';

/** refuses: Conflict */
export const createAnalyzer = analyzerOperation({
  name: 'CreateAnalyzer',
  about: 'Watches the resource policies of an account in a Region for access from outside.',
  input: shape.structure(
    {
      analyzerName: shape.string({ min: 1, max: 255, pattern: '[A-Za-z][A-Za-z0-9_.-]*' }),
      type: shape.oneOf('ACCOUNT', 'ORGANIZATION'),
      tags: shape.map(shape.string()),
      clientToken: shape.string(),
    },
    ['analyzerName', 'type'],
  ),
  output: shape.structure({ arn: shape.string() }),
  readOnly: false,
  handle: ({ world, input, principal: { account }, region, nowMs }) => {
    const arn = analyzerArn(region, account, input.analyzerName);
    if (world.table(analyzers).get(arn)) return conflict(`Analyzer ${input.analyzerName}`);
    world.put(analyzers, {
      arn,
      name: input.analyzerName,
      type: input.type,
      account,
      region,
      createdAtMs: nowMs,
    });
    return { arn };
  },
  resources: (_call, output) => (output ? [output.arn ?? ''] : []),
});
