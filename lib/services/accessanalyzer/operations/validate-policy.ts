import { type AnyOperation, shape } from '../../../aws';
import { compilePolicyText, type LintFinding, lintPolicy, type TextRange } from '../../../policy';
import type { AnalyzerFacts } from '../ports';
import { analyzerOperation } from '../rules/operation';
import { kindOf, rulesOf } from '../rules/reading';
import { policyText, policyType, resourceType, validateFindings } from '../rules/shapes';

const WORDS: Readonly<Record<LintFinding['severity'], string>> = {
  error: 'ERROR',
  warning: 'WARNING',
  suggestion: 'SUGGESTION',
};

/** Findings that let somebody in. */
const SECURITY: ReadonlySet<string> = new Set([
  'public-principal',
  'not-principal-allow',
  'not-action-allow',
  'action-wildcard',
  'everything-to-many',
  'for-all-values-empty',
]);

/** differs: the codes are the lab's own; AWS has some hundred of them */
export const validatePolicy = (facts: AnalyzerFacts): AnyOperation =>
  analyzerOperation({
    name: 'ValidatePolicy',
    about: 'Says what is wrong with a policy, and what is worth a look, line by line.',
    input: shape.structure(
      {
        locale: shape.string(),
        maxResults: shape.integer(),
        nextToken: shape.string(),
        policyDocument: policyText,
        policyType,
        validatePolicyResourceType: resourceType,
      },
      ['policyDocument', 'policyType'],
    ),
    output: shape.structure({ findings: validateFindings, nextToken: shape.string() }),
    readOnly: true,
    handle: ({ input, principal }) => {
      const kind = kindOf(input.policyType);
      const compiled = compilePolicyText(input.policyDocument, kind, rulesOf(kind));
      if (!compiled.ok) {
        const findings = compiled.problems.map(({ code, message, path, range }) =>
          findingView('ERROR', code, message, path, range),
        );
        return { findings };
      }
      const rules =
        kind === 'resource' ? facts.rulesFor(input.validatePolicyResourceType, principal.account) : [];
      const { actions, narrowingKeys } = facts;
      const keys = facts.keysFor(input.policyDocument);
      const found = lintPolicy(compiled.policy.document, {
        account: principal.account,
        actions,
        keys,
        narrowingKeys,
        rules,
      });
      return {
        findings: found.map(({ code, severity, message, path, range }) =>
          findingView(SECURITY.has(code) ? 'SECURITY_WARNING' : WORDS[severity], code, message, path, range),
        ),
      };
    },
  });

function findingView(
  findingType: string,
  code: string,
  findingDetails: string,
  path: string,
  { from, to }: TextRange,
) {
  return {
    findingDetails,
    findingType,
    issueCode: code.replaceAll('-', '_').toUpperCase(),
    learnMoreLink:
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html',
    locations: [{ path: pathView(path), span: { start: placeView(from), end: placeView(to) } }],
  };
}

/** `Statement[0].Condition` is a name, an index and a name. */
function pathView(path: string): readonly object[] {
  return [...path.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, index, value]) =>
    index === undefined ? { value } : { index: Number(index) },
  );
}

/** Columns count from 0 here, lines from 1. */
function placeView({ line, column, offset }: TextRange['from']) {
  return { line, column: column - 1, offset };
}
