import { shape } from '../../../aws';
import { analyzers } from '../records/analyzer';
import { analyzerOperation } from '../rules/operation';
import { analyzer } from '../rules/shapes';

export const listAnalyzers = analyzerOperation({
  name: 'ListAnalyzers',
  about: 'Lists the analyzers of the account in the Region.',
  input: shape.structure({ nextToken: shape.string(), maxResults: shape.integer(), type: shape.string() }),
  output: shape.structure({ analyzers: shape.list(analyzer), nextToken: shape.string() }),
  readOnly: true,
  handle: ({ world, input, principal: { account }, region }) => ({
    analyzers: world
      .table(analyzers)
      .by('place', `${account}/${region}`)
      .filter(({ type }) => input.type === undefined || input.type === type)
      .map(({ arn, name, type, createdAtMs }) => ({
        arn,
        name,
        type,
        createdAt: createdAtMs,
        status: 'ACTIVE',
      })),
  }),
});
