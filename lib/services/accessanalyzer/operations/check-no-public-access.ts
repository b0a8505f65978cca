import { type AnyOperation, isRefusal, shape } from '../../../aws';
import { lintPolicy } from '../../../policy';
import type { AnalyzerFacts } from '../ports';
import { analyzerOperation } from '../rules/operation';
import { readPolicy } from '../rules/reading';
import { policyText, resourceType, verdict } from '../rules/shapes';

export const checkNoPublicAccess = (facts: AnalyzerFacts): AnyOperation =>
  analyzerOperation({
    name: 'CheckNoPublicAccess',
    about: 'Checks that a resource policy lets in nobody who just asks.',
    input: shape.structure({ policyDocument: policyText, resourceType }, ['policyDocument', 'resourceType']),
    output: verdict,
    readOnly: true,
    handle: ({ input }) => {
      const policy = readPolicy(input.policyDocument, 'RESOURCE_POLICY');
      if (isRefusal(policy)) return policy;
      const open = lintPolicy(policy.document, { narrowingKeys: facts.narrowingKeys }).filter(
        ({ code }) => code === 'public-principal' || code === 'not-principal-allow',
      );
      if (open.length === 0) {
        return { result: 'PASS' as const, message: 'The resource policy does not grant public access.' };
      }
      return {
        result: 'FAIL' as const,
        message: 'The resource policy grants public access for the given resource type.',
        reasons: open.map(({ path }) => {
          const index = Number(/\[(\d+)\]/.exec(path)?.[1] ?? 0);
          const description = `Public access granted in the statement with index: ${index}.`;
          return { description, statementIndex: index, statementId: policy.document.statements[index]?.sid };
        }),
      };
    },
  });
