import { needs } from '../../../base';
import {
  type CompiledPolicy,
  compilePolicyText,
  createContext,
  decide,
  type NamedPolicy,
  type PolicyDocument,
} from '../../../policy';

/** Who could make a request, where a document names nobody. */
const ANYBODY = {
  type: 'user',
  account: '000000000000',
  arn: 'arn:aws:iam::000000000000:user/anybody',
  userId: 'AIDA',
} as const;

/**
 * Whether a document could allow an action on a resource, to somebody and under some condition. Every condition is
 * left open: only a Deny without conditions keeps it out.
 */
export function couldAllow(
  policy: CompiledPolicy,
  action: string,
  resource: string,
): 'no' | 'perhaps' | 'yes' {
  const request = {
    principal: ANYBODY,
    action,
    resource,
    resourceAccount: ANYBODY.account,
    context: createContext({ unknown: 'others' }),
  };
  const identity: NamedPolicy[] = [{ name: 'policy', policy: withoutPrincipals(policy) }];
  const { verdict } = decide(request, { identity, accountDelegation: 'implied' });
  return verdict === 'allow' ? 'yes' : verdict === 'depends' ? 'perhaps' : 'no';
}

const bare = new WeakMap<CompiledPolicy, CompiledPolicy>();

/** The same statements as if they were about whoever they are attached to; a Deny of some is no Deny of all. */
function withoutPrincipals(policy: CompiledPolicy): CompiledPolicy {
  const held = bare.get(policy);
  if (held) return held;
  const { document } = policy;
  const source = JSON.parse(document.text) as { readonly Statement: unknown };
  const statements = (
    Array.isArray(source.Statement) ? source.Statement : [source.Statement]
  ) as readonly Record<string, unknown>[];
  const kept = statements
    .filter((_, i) => isForAll(document, i))
    .map(({ Principal: _, NotPrincipal: __, Sid: ___, ...rest }) => rest)
    .filter(
      ({ Action, NotAction, Resource, NotResource }) => (Action ?? NotAction) && (Resource ?? NotResource),
    );
  const compiled = compilePolicyText(
    JSON.stringify({ Version: document.version, Statement: kept.length > 0 ? kept : [NOTHING] }),
    'identity',
  );
  needs(compiled.ok, 'what is left of a document can be read');
  bare.set(policy, compiled.policy);
  return compiled.policy;
}

const NOTHING = { Effect: 'Deny', Action: 'none:None', Resource: '*' };

function isForAll({ statements }: PolicyDocument, index: number): boolean {
  const statement = statements[index];
  if (!statement || statement.effect === 'Allow') return true;
  const { principal } = statement;
  return !principal || principal.entries.some(({ form }) => form === 'everyone');
}
