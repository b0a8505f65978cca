import type { StatementTrace } from '../../policy';
import { identityPoliciesOf, policies, roles, users } from '../../services/iam';
import { organizations } from '../../services/organizations';
import { sessions } from '../../services/sts';
import type { DocumentPlace } from '../model';
import { documentAt, type HungDocument } from '../policies/documents';
import type { Situation } from './edit';

/** The document that a statement of an explanation stands in, where it can be changed. */
export function documentOf(situation: Situation, statement: StatementTrace): HungDocument | undefined {
  const place = placeOf(situation, statement);
  const document = place && documentAt(situation.cloud.world, place);
  return document?.readOnly === undefined ? document : undefined;
}

function placeOf(situation: Situation, { layer, document }: StatementTrace): DocumentPlace | undefined {
  switch (layer) {
    case 'resource':
      return { kind: 'key', key: situation.check.check.resource };
    case 'identity':
      return identityPlaces(situation).find((place) => nameAt(situation, place) === document.name);
    case 'boundary':
      return boundaryPlace(situation);
    case 'session':
      return sessionPlace(situation, document.name);
    case 'scp':
    case 'rcp':
      return guardrailPlace(situation, layer, document.name);
    case 'endpoint':
      return { kind: 'endpoint', id: document.name };
  }
}

/** The user or role whose policies speak for the caller. */
export function holderArn({ principal }: Situation): string | undefined {
  if (principal.type === 'user') return principal.arn;
  return principal.type === 'role-session' || principal.type === 'federated' ? principal.roleArn : undefined;
}

function holderOf(situation: Situation) {
  const arn = holderArn(situation) ?? '';
  const { world } = situation.cloud;
  return world.table(users).get(arn) ?? world.table(roles).get(arn);
}

function identityPlaces(situation: Situation): readonly DocumentPlace[] {
  const holder = holderOf(situation);
  if (!holder) return [];
  const inline = (arn: string, texts: Readonly<Record<string, string>>): DocumentPlace[] =>
    Object.keys(texts).map((name) => ({ kind: 'inline', holder: arn, name }));
  const managed = identityPoliciesOf(situation.cloud.world, situation.principal).identity.flatMap(
    ({ arn }) => (arn === undefined ? [] : [{ kind: 'managed', arn } as const]),
  );
  return [...inline(holder.arn, holder.inline), ...managed];
}

function nameAt({ cloud }: Situation, place: DocumentPlace): string | undefined {
  if (place.kind === 'inline') return place.name;
  return place.kind === 'managed' ? cloud.world.table(policies).get(place.arn)?.name : undefined;
}

export function boundaryPlace(situation: Situation): DocumentPlace | undefined {
  const arn = holderOf(situation)?.boundary;
  return arn === undefined ? undefined : { kind: 'managed', arn };
}

export function sessionPlace({ cloud, request }: Situation, name?: string): DocumentPlace | undefined {
  const session = cloud.world.table(sessions).get(request.credentials);
  const index = name === undefined ? 0 : Number(/(\d+)$/.exec(name)?.[1] ?? '1') - 1;
  if (session?.principal.sessionPolicies?.[index] === undefined) return undefined;
  return { kind: 'session', accessKeyId: request.credentials, index };
}

function guardrailPlace({ cloud }: Situation, layer: 'scp' | 'rcp', name: string): DocumentPlace | undefined {
  const type = layer === 'scp' ? 'SERVICE_CONTROL_POLICY' : 'RESOURCE_CONTROL_POLICY';
  const all = cloud.world
    .table(organizations)
    .all()
    .flatMap((one) => one.policies);
  const policy = all.find((one) => one.type === type && one.name === name);
  return policy && { kind: 'organization', id: policy.id };
}
