import type { AwsWorld } from '../../aws';
import { type KeyRecord, keys } from '../../kms';
import type { PolicyKind } from '../../policy';
import { groups, type ManagedPolicy, policies, roles, users } from '../../services/iam';
import {
  type OrganizationPolicy,
  type OrganizationRecord,
  organizations,
} from '../../services/organizations';
import { type SessionRecord, sessions } from '../../services/sts';
import { type VpcEndpointRecord, vpcEndpoints } from '../../services/vpc';
import { keyLabelOf } from '../key-label';
import type { DocumentPlace } from '../model';
import { callerName } from '../words';

/** A policy document of the world, with where it hangs. */
export interface HungDocument {
  readonly place: DocumentPlace;
  /** What kinds of document its text has to be good for. */
  readonly kind: PolicyKind;
  /** `key policy`, `IAM policy`, ... */
  readonly word: string;
  readonly title: string;
  readonly attachedTo: readonly string[];
  readonly account: string;
  readonly text: string;
  readonly readOnly?: string;
}

/** Every document that has a say in who may do what with a KMS key. */
export function documentsOf(world: AwsWorld): readonly HungDocument[] {
  return [
    ...world
      .table(keys)
      .all()
      .map((key) => ofKey(world, key)),
    ...holders(world).flatMap(ofHolder),
    ...world
      .table(policies)
      .all()
      .map((policy) => ofManaged(world, policy)),
    ...world.table(organizations).all().flatMap(ofOrganization),
    ...world.table(sessions).all().flatMap(ofSession),
    ...world.table(vpcEndpoints).all().map(ofEndpoint),
  ];
}

export function documentAt(world: AwsWorld, place: DocumentPlace): HungDocument | undefined {
  const id = placeId(place);
  switch (place.kind) {
    case 'key': {
      const key = world.table(keys).get(place.key);
      return key && ofKey(world, key);
    }
    case 'inline': {
      const holder = holderOf(world, place.holder);
      return holder && ofHolder(holder).find((document) => placeId(document.place) === id);
    }
    case 'managed': {
      const policy = world.table(policies).get(place.arn);
      return policy && ofManaged(world, policy);
    }
    default:
      return documentsOf(world).find((document) => placeId(document.place) === id);
  }
}

/** The place as one word. */
export function placeId(place: DocumentPlace): string {
  switch (place.kind) {
    case 'key':
      return place.key;
    case 'inline':
      return `${place.holder}#${place.name}`;
    case 'managed':
      return place.arn;
    case 'session':
      return `${place.accessKeyId}#${place.index}`;
    case 'organization':
    case 'endpoint':
      return place.id;
  }
}

function ofKey(world: AwsWorld, key: KeyRecord): HungDocument {
  const label = keyLabelOf(world, key);
  return {
    place: { kind: 'key', key: key.arn },
    kind: 'resource',
    word: 'key policy',
    title: `key policy of ${label}`,
    attachedTo: [label],
    account: key.account,
    text: key.policy,
    readOnly: key.manager === 'AWS' ? 'The policy of an AWS managed key cannot be changed.' : undefined,
  };
}

type Holder = ReturnType<typeof holders>[number];

function holders(world: AwsWorld) {
  return [...world.table(users).all(), ...world.table(roles).all(), ...world.table(groups).all()];
}

function holderOf(world: AwsWorld, arn: string): Holder | undefined {
  return world.table(users).get(arn) ?? world.table(roles).get(arn) ?? world.table(groups).get(arn);
}

function ofHolder({ arn, account, inline }: Holder): readonly HungDocument[] {
  const owner = nameInIam(arn);
  return Object.entries(inline).map(
    ([name, text]): HungDocument => ({
      place: { kind: 'inline', holder: arn, name },
      kind: 'identity',
      word: 'IAM policy',
      title: `IAM policy ${name} of ${owner}`,
      attachedTo: [owner],
      account,
      text,
    }),
  );
}

function ofManaged(world: AwsWorld, policy: ManagedPolicy): HungDocument {
  const { arn, account, name, versions, defaultVersion } = policy;
  const all = holders(world);
  const bounds = all.filter((holder) => 'boundary' in holder && holder.boundary === arn);
  const permits = all.filter(({ attached }) => attached.includes(arn));
  const isBoundary = bounds.length > 0 && permits.length === 0;
  return {
    place: { kind: 'managed', arn },
    kind: isBoundary ? 'boundary' : 'identity',
    word: isBoundary ? 'permissions boundary' : 'IAM policy',
    title: isBoundary ? `permissions boundary ${name}` : `IAM policy ${name}`,
    attachedTo: [...permits, ...bounds].map((holder) => nameInIam(holder.arn)),
    account,
    text: versions.find(({ id }) => id === defaultVersion)?.document ?? '',
  };
}

function ofOrganization(organization: OrganizationRecord): readonly HungDocument[] {
  return organization.policies.map((policy) => ofGuardrail(organization, policy));
}

function ofGuardrail(organization: OrganizationRecord, policy: OrganizationPolicy): HungDocument {
  const isScp = policy.type === 'SERVICE_CONTROL_POLICY';
  const word = isScp ? 'service control policy' : 'resource control policy';
  const targets = [...organization.units, ...organization.members];
  return {
    place: { kind: 'organization', id: policy.id },
    kind: isScp ? 'scp' : 'rcp',
    word,
    title: `${word} ${policy.name}`,
    attachedTo: targets.filter(({ attached }) => attached.includes(policy.id)).map(({ name }) => name),
    account: organization.managementAccount,
    text: policy.content,
    readOnly: policy.awsManaged ? 'AWS keeps this policy.' : undefined,
  };
}

function ofSession({ accessKeyId, principal }: SessionRecord): readonly HungDocument[] {
  const session = principal.arn.split('/').slice(1).join('/');
  return (principal.sessionPolicies ?? []).map(
    (text, index): HungDocument => ({
      place: { kind: 'session', accessKeyId, index },
      kind: 'session',
      word: 'session policy',
      title: `session policy ${index + 1} of ${session}`,
      attachedTo: [callerName(principal)],
      account: principal.account,
      text,
    }),
  );
}

function ofEndpoint(endpoint: VpcEndpointRecord): HungDocument {
  return {
    place: { kind: 'endpoint', id: endpoint.id },
    kind: 'endpoint',
    word: 'VPC endpoint policy',
    title: `endpoint policy of ${endpoint.id}`,
    attachedTo: [endpoint.serviceName],
    account: endpoint.account,
    text: endpoint.policy,
  };
}

/** `user/student`, `role/payments-app` */
function nameInIam(arn: string): string {
  return arn.slice(arn.indexOf(':', 'arn:aws:iam::'.length) + 1);
}
