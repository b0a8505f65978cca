import { shape } from '../../../aws';
import { analyzers } from '../records/analyzer';
import { analyzerArn, analyzerOperation, notFound } from '../rules/operation';

/** refuses: ResourceNotFound */
export const deleteAnalyzer = analyzerOperation({
  name: 'DeleteAnalyzer',
  about: 'Ends the watch of an analyzer.',
  input: shape.structure({ analyzerName: shape.string(), clientToken: shape.string() }, ['analyzerName']),
  output: shape.structure({}),
  readOnly: false,
  handle: ({ world, input, principal: { account }, region }) => {
    const arn = analyzerArn(region, account, input.analyzerName);
    if (!world.table(analyzers).get(arn)) return notFound(`Analyzer ${input.analyzerName}`);
    world.delete(analyzers, arn);
    return {};
  },
});
