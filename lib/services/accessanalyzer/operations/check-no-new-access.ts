import { type AnyOperation, isRefusal, shape } from '../../../aws';
import type { CompiledPolicy } from '../../../policy';
import type { AnalyzerFacts } from '../ports';
import { couldAllow } from '../rules/grants-access';
import { analyzerOperation } from '../rules/operation';
import { readPolicy } from '../rules/reading';
import { accessPolicyType, policyText, verdict } from '../rules/shapes';

/**
 * assumed: compared are all known actions and those that are named, on all resources that are named, and who is named;
 * a condition that changes counts as new access, since it might be
 */
export const checkNoNewAccess = (facts: AnalyzerFacts): AnyOperation =>
  analyzerOperation({
    name: 'CheckNoNewAccess',
    about: 'Checks that an updated policy allows nothing that the present one does not.',
    input: shape.structure(
      { newPolicyDocument: policyText, existingPolicyDocument: policyText, policyType: accessPolicyType },
      ['newPolicyDocument', 'existingPolicyDocument', 'policyType'],
    ),
    output: verdict,
    readOnly: true,
    handle: ({ input }) => {
      const updated = readPolicy(input.newPolicyDocument, input.policyType);
      if (isRefusal(updated)) return updated;
      const present = readPolicy(input.existingPolicyDocument, input.policyType);
      if (isRefusal(present)) return present;
      const wider = updated.document.statements.filter(
        (statement) =>
          statement.effect === 'Allow' && !isHeld(statementText(updated, statement.index), present),
      );
      const isNew =
        wider.length > 0 && (bringsAction(updated, present, facts) || bringsSomebody(updated, present));
      const lost = denials(present).some((text) => !denials(updated).includes(text));
      if (!isNew && !lost) {
        return {
          result: 'PASS' as const,
          message: 'The modified permissions do not grant new access compared to your existing policy.',
        };
      }
      return {
        result: 'FAIL' as const,
        message: 'The modified permissions grant new access compared to your existing policy.',
        reasons: wider.map(({ index, sid }) => ({
          description: `New access in the statement with index: ${index}.`,
          statementIndex: index,
          statementId: sid,
        })),
      };
    },
  });

function statementText({ document }: CompiledPolicy, index: number): string {
  const { Statement } = JSON.parse(document.text) as { readonly Statement: unknown };
  const statement = (Array.isArray(Statement) ? Statement[index] : Statement) as Record<string, unknown>;
  const { Sid: _, ...rest } = statement;
  return JSON.stringify(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function isHeld(text: string, policy: CompiledPolicy): boolean {
  return policy.document.statements.some(({ index }) => statementText(policy, index) === text);
}

function denials(policy: CompiledPolicy): readonly string[] {
  return policy.document.statements
    .filter(({ effect }) => effect === 'Deny')
    .map(({ index }) => statementText(policy, index));
}

const MORE = { no: 0, perhaps: 1, yes: 2 } as const;

/** Whether some action is allowed on some resource where it was not, or only under a condition. */
function bringsAction(updated: CompiledPolicy, present: CompiledPolicy, { actions }: AnalyzerFacts): boolean {
  const named = [updated, present].flatMap(({ document }) =>
    document.statements.flatMap(({ action }) =>
      (action?.values ?? []).map(({ text }) => text.replace(/[*?]/g, 'x')),
    ),
  );
  const resources = new Set(
    [updated, present].flatMap(({ document }) =>
      document.statements.flatMap(({ resource }) => (resource?.values ?? []).map(({ text }) => text)),
    ),
  );
  return [...new Set([...actions, ...named])].some((action) =>
    [...resources].some((resource) => {
      const [after, before] = [couldAllow(updated, action, resource), couldAllow(present, action, resource)];
      return MORE[after] > MORE[before] || (after === 'perhaps' && before === 'perhaps');
    }),
  );
}

function bringsSomebody(updated: CompiledPolicy, present: CompiledPolicy): boolean {
  const named = ({ document }: CompiledPolicy) =>
    document.statements
      .filter(({ effect }) => effect === 'Allow')
      .flatMap(({ principal }) => (principal?.entries ?? []).map(({ text }) => text));
  const before = new Set(named(present));
  return named(updated).some((name) => !before.has(name));
}
