import { type Call, type Permission, parseArn, type Refusal, regionalArn } from '../../aws';
import { ownerOf, type SecretRecord, secrets } from './records/secret';
import { markedForDeletion, noSuchSecret, onReplica } from './rules/errors';

type SecretCall = Call<{ readonly SecretId: string }>;

/** The secret of a name, an ARN, or an ARN without the six letters at its end. */
export function secretOf(call: Call<object>, given: string): SecretRecord | undefined {
  const arn = parseArn(given);
  const account = arn?.account ?? call.principal.account;
  const table = call.world.table(secrets);
  const name = arn ? arn.resource.replace(/^secret:/, '') : given;
  const found =
    (arn && table.get(given)) || table.firstBy('name', `${ownerOf(account, call.region)}/${name}`);
  return found?.region === call.region ? found : undefined;
}

/** The secret for a request that uses it. */
export function usableSecret(call: SecretCall): SecretRecord | Refusal {
  const secret = secretOf(call, call.input.SecretId);
  if (!secret) return noSuchSecret();
  return secret.deletedAtMs === undefined ? secret : markedForDeletion();
}

/** The secret for a request that writes it. */
export function writableSecret(call: SecretCall): SecretRecord | Refusal {
  const secret = usableSecret(call);
  return 'arn' in secret && secret.primaryRegion !== secret.region ? onReplica() : secret;
}

/** A permission on a secret, with the resource policy on its owner's side. */
export function secretPermission(call: Call<object>, action: string, given: string): Permission {
  const secret = secretOf(call, given);
  const own = regionalArn('secretsmanager', call.region, call.principal.account, `secret:${given}`);
  const resource = secret?.arn ?? (given.startsWith('arn:') ? given : own);
  return {
    action: `secretsmanager:${action}`,
    resource,
    account: parseArn(resource)?.account,
    resourcePolicy: secret?.policy,
    conditions: { 'secretsmanager:SecretId': [resource] },
  };
}

export function touched(call: SecretCall): readonly string[] {
  const secret = secretOf(call, call.input.SecretId);
  return secret ? [secret.arn] : [];
}

export function shownReplicas({ replicas }: SecretRecord) {
  if (replicas.length === 0) return undefined;
  return replicas.map(({ region, keyId, status, message }) => ({
    Region: region,
    KmsKeyId: keyId ?? 'alias/aws/secretsmanager',
    Status: status,
    StatusMessage: message,
  }));
}
