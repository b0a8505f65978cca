import { type AwsWorld, type Refusal, refuse } from '../../aws';
import { type GrantRecord, grants } from '../records/grant';

/** assumed: the texts (kms-engine 4.1) */
export function findGrant(world: AwsWorld, keyArn: string, grantId: string): GrantRecord | Refusal {
  const invalid = refuseGrantId(grantId);
  if (invalid) return invalid;
  const grant = world.table(grants).get(`${keyArn}/${grantId}`);
  return grant ?? refuse('NotFoundException', `Grant ID ${grantId} not found`);
}

export function findGrantByToken(world: AwsWorld, token: string, region: string): GrantRecord | Refusal {
  const grant = world.table(grants).firstBy('token', token);
  const isHere = grant?.keyArn.split(':')[3] === region;
  return grant && isHere ? grant : refuse('InvalidGrantTokenException', 'The grant token is not valid.');
}

export function refuseGrantId(grantId: string): Refusal | undefined {
  return /^[0-9a-f]{64}$/.test(grantId)
    ? undefined
    : refuse('InvalidGrantIdException', `Invalid grant id ${grantId}`);
}
