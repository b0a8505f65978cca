import { isRefusal, shape } from '../../../aws';
import { compileAction, type PolicyDocument } from '../../../policy';
import { couldAllow } from '../rules/grants-access';
import { analyzerOperation, invalid } from '../rules/operation';
import { readPolicy } from '../rules/reading';
import { accessPolicyType, policyText, verdict } from '../rules/shapes';

const access = shape.structure({
  actions: shape.list(shape.string(), { max: 100 }),
  resources: shape.list(shape.string(), { max: 100 }),
});

/** refuses: Validation (a document that cannot be read, nothing to check) */
export const checkAccessNotGranted = analyzerOperation({
  name: 'CheckAccessNotGranted',
  about: 'Checks that a policy lets nobody do certain things, whatever the conditions.',
  input: shape.structure(
    { policyDocument: policyText, access: shape.list(access), policyType: accessPolicyType },
    ['policyDocument', 'access', 'policyType'],
  ),
  output: verdict,
  readOnly: true,
  handle: ({ input }) => {
    const policy = readPolicy(input.policyDocument, input.policyType);
    if (isRefusal(policy)) return policy;
    const asked = input.access.flatMap(({ actions = [], resources = ['*'] }) =>
      actions.flatMap((action) => resources.map((resource) => ({ action, resource }))),
    );
    if (asked.length === 0) return invalid('At least one action is needed in access.');
    const granted = asked.filter(({ action, resource }) => couldAllow(policy, action, resource) !== 'no');
    if (granted.length === 0) {
      return {
        result: 'PASS' as const,
        message: 'The policy document does not grant access to perform the listed actions or resources.',
      };
    }
    return {
      result: 'FAIL' as const,
      message: 'The policy document grants access to perform one or more of the listed actions or resources.',
      reasons: reasonsOf(
        policy.document.statements,
        granted.map(({ action }) => action),
      ),
    };
  },
});

type Statements = PolicyDocument['statements'];

function reasonsOf(statements: Statements, actions: readonly string[]) {
  const found = new Map(
    actions.flatMap((action) => {
      const statement = statementFor(statements, action);
      return statement ? [[statement.index, statement] as const] : [];
    }),
  );
  return [...found.values()].map(({ index, sid }) => ({
    description: `One or more of the listed actions or resources in the statement with index: ${index}.`,
    statementIndex: index,
    statementId: sid,
  }));
}

function statementFor(statements: Statements, action: string) {
  return statements.find(
    ({ effect, action: listed }) =>
      effect === 'Allow' && listed && compileAction(listed)(action.toLowerCase()),
  );
}
