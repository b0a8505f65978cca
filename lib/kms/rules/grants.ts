import type { Call, OtherAllow } from '../../aws';
import { type GrantConstraints, type GrantRecord, granteeOf, grants } from '../records/grant';
import type { KeyRecord } from '../records/key';
import type { GrantOperation } from './grant-operations';

/** Refusing grants shown beside the decision; a key may have tens of thousands. */
const SHOWN_MISSES = 20;

/**
 * The grants that concern the caller on a key, each with what it says to this request: up to the first that
 * allows, which settles the matter. fact: authorization 3
 */
export function grantAllows(operation: GrantOperation, key: KeyRecord, call: Call): readonly OtherAllow[] {
  const table = call.world.table(grants);
  if (table.size === 0) return [];
  const judged: OtherAllow[] = [];
  for (const name of granteeNames(call)) {
    for (const id of table.idsBy('grantee', granteeOf(key.arn, name))) {
      const grant = table.get(id);
      if (!grant) continue;
      const allow = judge(grant, operation, call);
      if (allow.allows || judged.length < SHOWN_MISSES) judged.push(allow);
      if (allow.allows) return judged;
    }
  }
  return judged;
}

/** A grant to a role holds for its sessions; a grant to an account for whoever its IAM lets. */
function granteeNames(call: Call): string[] {
  const { arn, roleArn, account } = call.principal;
  const names = [arn, account, `arn:aws:iam::${account}:root`];
  if (roleArn) names.push(roleArn);
  return [...new Set(names)];
}

function judge(grant: GrantRecord, operation: GrantOperation, call: Call): OtherAllow {
  const why = missing(grant, operation, call);
  return {
    id: grant.grantId,
    label: grant.name === '' ? `grant ${grant.grantId.slice(0, 8)}` : `grant ${grant.name}`,
    allows: why === undefined,
    // assumed: a grant issued by the caller's own account also stands for the caller's side (authorization 2.4)
    bothSides: grant.issuingAccount === call.principal.account,
    explain: why ?? `allows ${operation}`,
  };
}

function missing(grant: GrantRecord, operation: GrantOperation, call: Call): string | undefined {
  if (!grant.operations.includes(operation))
    return `it lists ${grant.operations.join(', ')}, not ${operation}`;
  const tokens = (call.input.GrantTokens as readonly string[] | undefined) ?? [];
  if (call.nowMs < grant.visibleAtMs && !grant.tokens.some((token) => tokens.includes(token))) {
    return 'it is not visible everywhere yet, and the request carries no grant token';
  }
  if (operation === 'CreateGrant') return delegationMissing(grant, call.input as DelegatedGrant);
  return constraintMissing(grant, operation, call);
}

const CONTEXT_FREE: readonly GrantOperation[] = ['DescribeKey', 'RetireGrant'];

function constraintMissing(grant: GrantRecord, operation: GrantOperation, call: Call): string | undefined {
  const sourceArn = grant.constraints?.SourceArn;
  if (sourceArn !== undefined && operation !== 'RetireGrant' && call.source.sourceArn !== sourceArn) {
    return `its constraint wants the source ${sourceArn}, the request has ${call.source.sourceArn ?? 'none'}`;
  }
  if (CONTEXT_FREE.includes(operation)) return undefined;
  const { EncryptionContextSubset: subset, EncryptionContextEquals: equals } = grant.constraints ?? {};
  const context = requestContext(operation, call);
  for (const [name, value] of Object.entries(subset ?? equals ?? {})) {
    if (context[name] !== value)
      return `its constraint wants ${name}=${value}, the request has ${context[name] ?? 'none'}`;
  }
  const extra = equals && Object.keys(context).find((name) => !Object.hasOwn(equals, name));
  return extra === undefined ? undefined : `its constraint allows no further pair, the request has ${extra}`;
}

type DelegatedGrant = { readonly Operations?: readonly string[]; readonly Constraints?: GrantConstraints };

/** A grantee may pass on no more than it has: fewer operations, the same constraints or stricter. fact: kms-engine 10.2 */
function delegationMissing(grant: GrantRecord, wanted: DelegatedGrant): string | undefined {
  const extra = wanted.Operations?.find((name) => !(grant.operations as readonly string[]).includes(name));
  if (extra !== undefined) return `it does not itself allow ${extra}, which the new grant would`;
  const { EncryptionContextSubset: subset, EncryptionContextEquals: equals } = grant.constraints ?? {};
  const kept = equals
    ? wanted.Constraints?.EncryptionContextEquals
    : { ...wanted.Constraints?.EncryptionContextSubset, ...wanted.Constraints?.EncryptionContextEquals };
  const pairs = Object.entries(subset ?? equals ?? {});
  const isKept = pairs.every(([name, value]) => kept?.[name] === value);
  const isExact = !equals || Object.keys(kept ?? {}).length === pairs.length;
  return isKept && isExact ? undefined : 'the new grant would be less constrained than this one';
}

function requestContext(operation: GrantOperation, call: Call): Readonly<Record<string, string>> {
  const member =
    operation === 'ReEncryptFrom'
      ? 'SourceEncryptionContext'
      : operation === 'ReEncryptTo'
        ? 'DestinationEncryptionContext'
        : 'EncryptionContext';
  return (call.input[member] as Record<string, string> | undefined) ?? {};
}
