import { type Call, isRefusal, type Principal, type Refusal } from '../../aws';
import { bytesToUtf8Lossy, decodeBase64, encodeBase64, needs, utf8ToBytes } from '../../base';
import type { FunctionGrant, FunctionRecord, SealedEnvironment } from './records/function';
import { lambdaPrincipal } from './role';
import { invalidParameter, notConfigured } from './rules/errors';
import { MOST_ENVIRONMENT_BYTES } from './rules/limits';

export type Variables = Readonly<Record<string, string>>;

/** The key of a function that names none. fact: services 7 */
const MANAGED_KEY = 'alias/aws/lambda';

/** What identifies a function to KMS. */
type Owner = Pick<FunctionRecord, 'arn' | 'region'>;

function via({ region }: Owner): string {
  return `lambda.${region}.amazonaws.com`;
}

/** fact: services 1 (Lambda) */
function contextOf({ arn }: Owner): Readonly<Record<string, string>> {
  return { 'aws:lambda:FunctionArn': arn };
}

/** Encrypts the variables with the caller's identity. fact: services 1, 7 */
function sealVariables(
  call: Call<object>,
  owner: Owner,
  keyId: string | undefined,
  variables: Variables,
): SealedEnvironment | Refusal {
  const Plaintext = utf8ToBytes(JSON.stringify(variables));
  if (Plaintext.length > MOST_ENVIRONMENT_BYTES) return tooLarge();
  const request = { KeyId: keyId ?? MANAGED_KEY, Plaintext, EncryptionContext: contextOf(owner) };
  const answer = call.call('kms', 'Encrypt', request, { via: via(owner) });
  if (!answer.ok) return notConfigured('Encrypt', answer.refusal);
  const { CiphertextBlob, KeyId } = answer.output;
  needs(CiphertextBlob instanceof Uint8Array, 'Encrypt answers a ciphertext');
  return { keyArn: String(KeyId), ciphertext: encodeBase64(CiphertextBlob) };
}

function tooLarge(): Refusal {
  return invalidParameter(
    'Lambda was unable to configure your environment variables because the environment variables you have provided exceeded the 4KB limit.',
  );
}

/** Decrypts the variables: with the caller's identity, or with the session of the function's role. */
export function openVariables(
  call: Call<object>,
  record: FunctionRecord,
  session?: Principal,
): Variables | Refusal {
  const { environment, grant } = record;
  if (!environment) return {};
  const request = {
    CiphertextBlob: decodeBase64(environment.ciphertext),
    EncryptionContext: contextOf(record),
    GrantTokens: session && grant ? [grant.token] : undefined,
  };
  const answer = call.call('kms', 'Decrypt', request, { via: via(record), as: session });
  if (!answer.ok) return answer.refusal;
  const { Plaintext } = answer.output;
  needs(Plaintext instanceof Uint8Array, 'Decrypt answers bytes');
  return JSON.parse(bytesToUtf8Lossy(Plaintext)) as Variables;
}

/**
 * Lets the function's role decrypt under a key of the account's own. Under `aws/lambda` nobody needs it: the key's policy
 * lets everybody in the account through Lambda. fact: services 7, authorization 10. assumed: Lambda retires it
 */
function grantDecrypt(
  call: Call<object>,
  owner: Owner,
  keyId: string,
  roleArn: string,
): FunctionGrant | Refusal {
  const request = {
    KeyId: keyId,
    GranteePrincipal: roleArn,
    RetiringServicePrincipal: 'lambda.amazonaws.com',
    Operations: ['Decrypt'],
    Constraints: { EncryptionContextSubset: contextOf(owner) },
  };
  const answer = call.call('kms', 'CreateGrant', request, { via: via(owner) });
  if (!answer.ok) return notConfigured('CreateGrant', answer.refusal);
  const { GrantId, GrantToken } = answer.output;
  return { keyArn: keyId, grantId: String(GrantId), token: String(GrantToken) };
}

export function retireGrant(call: Call<object>, { grant, account }: FunctionRecord): void {
  if (!grant) return;
  const request = { KeyId: grant.keyArn, GrantId: grant.grantId };
  call.call('kms', 'RetireGrant', request, { as: lambdaPrincipal(account) });
}

/** Grant and ciphertext of a function's variables, as far as it has a key of its own and any variables. */
export function protect(
  call: Call<object>,
  owner: Owner & Pick<FunctionRecord, 'roleArn'>,
  keyId: string | undefined,
  variables: Variables | undefined,
): Pick<FunctionRecord, 'grant' | 'environment'> | Refusal {
  if (!variables) return {};
  const grant = keyId === undefined ? undefined : grantDecrypt(call, owner, keyId, owner.roleArn);
  if (isRefusal(grant)) return grant;
  const environment = sealVariables(call, owner, keyId, variables);
  return isRefusal(environment) ? environment : { grant, environment };
}
