import { type AnyOperation, isRefusal, shape } from '../../../aws';
import type { AnalyzerFacts } from '../ports';
import { findingView } from '../rules/external-access';
import { findingsOf } from '../rules/findings';
import { analyzerOperation } from '../rules/operation';
import { findingSummary } from '../rules/shapes';

/** refuses: ResourceNotFound */
export const listFindingsV2 = (facts: AnalyzerFacts): AnyOperation =>
  analyzerOperation({
    name: 'ListFindingsV2',
    about: 'Lists the findings of an analyzer in short.',
    input: shape.structure(
      { analyzerArn: shape.string(), maxResults: shape.integer(), nextToken: shape.string() },
      ['analyzerArn'],
    ),
    output: shape.structure({ findings: shape.list(findingSummary), nextToken: shape.string() }),
    readOnly: true,
    resource: ({ analyzerArn }) => analyzerArn,
    handle: (call) => {
      const found = findingsOf(call, call.input.analyzerArn, facts);
      if (isRefusal(found)) return found;
      const findings = found.map((one) => {
        const {
          principal: _,
          action: __,
          condition: ___,
          isPublic: ____,
          ...summary
        } = findingView(one, call.nowMs);
        return { ...summary, findingType: 'ExternalAccess' };
      });
      return { findings };
    },
  });
