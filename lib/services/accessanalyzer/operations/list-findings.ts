import { type AnyOperation, isRefusal, shape } from '../../../aws';
import type { AnalyzerFacts } from '../ports';
import { findingView } from '../rules/external-access';
import { findingsOf } from '../rules/findings';
import { analyzerOperation } from '../rules/operation';
import { finding } from '../rules/shapes';

/** refuses: ResourceNotFound. differs: filter and sort are accepted and change nothing */
export const listFindings = (facts: AnalyzerFacts): AnyOperation =>
  analyzerOperation({
    name: 'ListFindings',
    about: 'Lists who outside the account is let in by a resource policy or a grant.',
    input: shape.structure(
      { analyzerArn: shape.string(), nextToken: shape.string(), maxResults: shape.integer() },
      ['analyzerArn'],
    ),
    output: shape.structure({ findings: shape.list(finding), nextToken: shape.string() }),
    readOnly: true,
    resource: ({ analyzerArn }) => analyzerArn,
    handle: (call) => {
      const found = findingsOf(call, call.input.analyzerArn, facts);
      return isRefusal(found) ? found : { findings: found.map((one) => findingView(one, call.nowMs)) };
    },
  });
