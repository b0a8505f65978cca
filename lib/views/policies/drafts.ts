import type { AwsWorld, Principal } from '../../aws';
import { keys } from '../../kms';
import { compilePolicyText, type DocumentRules, documentRules } from '../../policy';
import { groups, policies, roles, users } from '../../services/iam';
import { organizations } from '../../services/organizations';
import { sessions } from '../../services/sts';
import { vpcEndpoints } from '../../services/vpc';
import type { DocumentPlace, PolicyDraft } from '../model';
import { documentAt } from './documents';

/** KMS stores statements that lack an Action or a Resource; they do nothing. fact: authorization 4 */
const KEY_POLICY: DocumentRules = { ...documentRules.resource, action: 'optional', resource: 'optional' };

/** The rules that a document at this place has to keep. */
export function rulesAt(
  world: AwsWorld,
  place: DocumentPlace,
): { readonly rules: DocumentRules } | undefined {
  const document = documentAt(world, place);
  return document && { rules: place.kind === 'key' ? KEY_POLICY : documentRules[document.kind] };
}

/** Puts drafts in the place of what is stored, inside the open transaction. Those that cannot be read are left out. */
export function writeDrafts(world: AwsWorld, drafts: readonly PolicyDraft[]): void {
  for (const { place, text } of drafts) if (isReadable(world, place, text)) writeDraft(world, place, text);
}

export function isReadable(world: AwsWorld, place: DocumentPlace, text: string): boolean {
  const document = documentAt(world, place);
  if (!document) return place.kind === 'inline';
  return compilePolicyText(text, document.kind, rulesAt(world, place)?.rules).ok;
}

function writeDraft(world: AwsWorld, place: DocumentPlace, text: string): void {
  switch (place.kind) {
    case 'key': {
      const key = world.table(keys).get(place.key);
      if (key) world.put(keys, { ...key, policy: text });
      return;
    }
    case 'inline':
      writeInline(world, place.holder, place.name, text);
      return;
    case 'managed':
      writeManaged(world, place.arn, text);
      return;
    case 'organization':
      writeGuardrail(world, place.id, text);
      return;
    case 'session':
      writeSession(world, place.accessKeyId, place.index, text);
      return;
    case 'endpoint': {
      const endpoint = world.table(vpcEndpoints).get(place.id);
      if (endpoint) world.put(vpcEndpoints, { ...endpoint, policy: text });
    }
  }
}

function writeInline(world: AwsWorld, arn: string, name: string, text: string): void {
  const user = world.table(users).get(arn);
  if (user) world.put(users, { ...user, inline: { ...user.inline, [name]: text } });
  const role = world.table(roles).get(arn);
  if (role) world.put(roles, { ...role, inline: { ...role.inline, [name]: text } });
  const group = world.table(groups).get(arn);
  if (group) world.put(groups, { ...group, inline: { ...group.inline, [name]: text } });
}

function writeManaged(world: AwsWorld, arn: string, text: string): void {
  const policy = world.table(policies).get(arn);
  if (!policy) return;
  const versions = policy.versions.map((version) =>
    version.id === policy.defaultVersion ? { ...version, document: text } : version,
  );
  world.put(policies, { ...policy, versions });
}

function writeGuardrail(world: AwsWorld, id: string, text: string): void {
  const organization = world
    .table(organizations)
    .all()
    .find((one) => one.policies.some((policy) => policy.id === id));
  if (!organization) return;
  const changed = organization.policies.map((policy) =>
    policy.id === id ? { ...policy, content: text } : policy,
  );
  world.put(organizations, { ...organization, policies: changed });
}

function writeSession(world: AwsWorld, accessKeyId: string, index: number, text: string): void {
  const session = world.table(sessions).get(accessKeyId);
  if (!session) return;
  world.put(sessions, { ...session, principal: withSessionPolicy(session.principal, index, text) });
}

function withSessionPolicy(principal: Principal, index: number, text: string): Principal {
  const sessionPolicies = (principal.sessionPolicies ?? []).map((held, i) => (i === index ? text : held));
  return { ...principal, sessionPolicies };
}
