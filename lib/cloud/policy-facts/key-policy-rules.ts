import { actionsOf, type LintFinding, type LintRule, parseOperator, type Statement } from '../../policy';

/** What a rule about a key policy has to know besides the text. */
export interface KeyPolicyFacts {
  readonly account: string;
  /** All actions of KMS. */
  readonly actions: readonly string[];
  /** Names in encryption contexts under which this key was used with more than one value: `tenant`. */
  readonly tenantNames: readonly string[];
}

/** What an analyzer says of a key policy beyond what holds for any policy. */
export function keyPolicyRules(facts: KeyPolicyFacts): readonly LintRule[] {
  return [
    ({ statements }) => lintDelegation(statements, facts),
    ({ statements }) => statements.flatMap((statement) => lintResource(statement)),
    ({ statements }) => statements.flatMap((statement) => lintBreadth(statement)),
    ({ statements }) => statements.flatMap((statement) => lintAdministrator(statement, facts)),
    ({ statements }) => lintTenants(statements, facts),
  ];
}

function finding(
  code: string,
  severity: LintFinding['severity'],
  path: string,
  message: string,
  range: LintFinding['range'],
): LintFinding {
  return { code, severity, path, message, range };
}

/** fact: authorization 2.1 B: without it IAM policies of the account do not count. */
function lintDelegation(statements: readonly Statement[], { account }: KeyPolicyFacts): LintFinding[] {
  const [first] = statements;
  const delegates = statements.some(
    ({ effect, principal }) =>
      effect === 'Allow' &&
      principal?.name === 'Principal' &&
      principal.entries.some(({ form, value }) => form === 'account' && value === account),
  );
  if (delegates || !first) return [];
  const message = `No statement names the account ${account}: IAM policies do not count for this key, and if the principals named here are deleted only AWS Support can help.`;
  return [finding('no-account-delegation', 'warning', 'Statement', message, first.effectRange)];
}

/** fact: authorization 4: in a key policy "*" means this key; another value can only fail to match. */
function lintResource({ resource, index }: Statement): LintFinding[] {
  return (resource?.values ?? [])
    .filter(({ text }) => text !== '*')
    .map(({ text, range }) => {
      const message = `A key policy is about its own key alone, for which "*" stands; "${text}" has to match the ARN of this key, also of its replicas.`;
      return finding('resource-not-star', 'warning', `Statement[${index}].Resource`, message, range);
    });
}

const MANY = 3;

function lintBreadth({ effect, principal, action, index }: Statement): LintFinding[] {
  const wide = action?.name === 'Action' && action.values.find(({ text }) => /^(?:kms:)?\*+$/i.test(text));
  const named = (principal?.entries ?? []).filter(({ form }) => form !== 'account' && form !== 'everyone');
  if (effect === 'Deny' || !wide || named.length < MANY) return [];
  const message = `${named.length} principals may do everything with this key, also delete it and rewrite this policy.`;
  return [finding('everything-to-many', 'warning', `Statement[${index}].Action`, message, wide.range)];
}

/** fact: authorization 10: the console's administrators have no cryptographic actions. */
function lintAdministrator(statement: Statement, { actions }: KeyPolicyFacts): LintFinding[] {
  const { effect, principal, action, index } = statement;
  if (effect === 'Deny' || !action || !principal) return [];
  const isPerson = principal.entries.some(
    ({ form }) => form === 'user' || form === 'role' || form === 'role-session',
  );
  const listed = actionsOf(action, actions);
  if (!isPerson || !listed.includes('kms:Decrypt') || !listed.includes('kms:PutKeyPolicy')) return [];
  const message = 'Whoever administers this key may also decrypt with it: duties are not separated.';
  return [finding('administrator-decrypts', 'warning', `Statement[${index}].Action`, message, action.range)];
}

/** Where the context says whose data it is, a statement without it opens everybody's. */
function lintTenants(
  statements: readonly Statement[],
  { actions, tenantNames }: KeyPolicyFacts,
): LintFinding[] {
  const decrypting = statements.filter(
    ({ effect, action }) =>
      effect === 'Allow' && action && actionsOf(action, actions).includes('kms:Decrypt'),
  );
  const isBound = ({ conditions }: Statement) =>
    conditions.some(({ key, operator }) => CONTEXT.test(key) && !parseOperator(operator)?.definition.negated);
  if (tenantNames.length === 0 && !decrypting.some(isBound)) return [];
  const names = tenantNames.length > 0 ? ` (${tenantNames.join(', ')})` : '';
  return decrypting
    .filter((statement) => !isBound(statement) && !isDelegation(statement))
    .map(({ index, action, effectRange }) => {
      const message = `Data under this key belongs to several by encryption context${names}; this statement decrypts it whatever the context.`;
      return finding(
        'decrypt-any-context',
        'warning',
        `Statement[${index}].Action`,
        message,
        action?.range ?? effectRange,
      );
    });
}

const CONTEXT = /^kms:EncryptionContext(?::|Keys$)/i;

function isDelegation({ principal }: Statement): boolean {
  return principal?.entries.every(({ form }) => form === 'account') ?? false;
}
