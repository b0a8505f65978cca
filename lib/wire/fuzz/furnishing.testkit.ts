import { decodeBase64, encodeBase64, needs, seededBytes } from '../../base';
import { type Cloud, HOME_ACCESS_KEY, HOME_ACCOUNT, HOME_USER } from '../../cloud';
import { parseSpki, rsaOaepEncrypt } from '../../crypto';
import { post, postForm, postKms, REGION } from '../wire.testkit';
import type { Chance } from './chance.testkit';
import { ALLOW, MANAGED, TEMPLATES, TRUST } from './templates.testkit';
import type { Memory } from './values.testkit';

type Json = Readonly<Record<string, unknown>>;

const ENDPOINT = 'https://xks.example.org';
const EXTERNAL_KEYS = Array.from({ length: 8 }, (_, i) => `vault-key-${i}`);
const CLUSTER = 'cluster-k4xw2m7qzta';
const CREDENTIAL = {
  AccessKeyId: 'ABCDEFGHIJKLMNOPQRST',
  RawSecretAccessKey: 'lab/external/key/store/proxy/secret/access+key',
};
const STUDENT = `arn:aws:iam::${HOME_ACCOUNT}:user/${HOME_USER}`;
const MESSAGE = encodeBase64(new Uint8Array(32).fill(7));

/** Making a wrapping key takes long: only some labs import key material. */
const IMPORTING = 0.1;

/** What a lab begins with, and the requests that make use of it: chance would hardly ever fit them together. */
export function furnish(cloud: Cloud, chance: Chance, memory: Memory): void {
  const create = (input: Json) => {
    // An account makes five keys a second.
    cloud.advanceTo(cloud.world.nowMs + 1000);
    const answer = learned(postKms(cloud, 'CreateKey', input).text, memory);
    return (answer.KeyMetadata as { KeyId: string }).KeyId;
  };
  const plain = create({});
  const related = create({ MultiRegion: true });
  postKms(cloud, 'ReplicateKey', { KeyId: related, ReplicaRegion: 'eu-central-1' });
  memory.suggest('kms:UpdatePrimaryRegion', { KeyId: related, PrimaryRegion: 'eu-central-1' });
  const primary = create({ MultiRegion: true });
  memory.suggest('kms:ReplicateKey', { KeyId: primary, ReplicaRegion: 'eu-central-1' });
  const external = create({ Origin: 'EXTERNAL' });
  const mac = create({ KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' });
  const signing = create({ KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' });
  const agreeing = create({ KeySpec: 'ECC_NIST_P256', KeyUsage: 'KEY_AGREEMENT' });
  create({ KeySpec: 'ML_KEM_768', KeyUsage: 'ENCAPSULATE_DECAPSULATE' });
  const { PublicKey } = learned(postKms(cloud, 'GetPublicKey', { KeyId: agreeing }).text, memory);
  const requests: Readonly<Record<string, Json>> = {
    GenerateMac: { KeyId: mac, Message: MESSAGE, MacAlgorithm: 'HMAC_SHA_256' },
    Sign: { KeyId: signing, Message: MESSAGE, SigningAlgorithm: 'ECDSA_SHA_256' },
    DeriveSharedSecret: { KeyId: agreeing, PublicKey, KeyAgreementAlgorithm: 'ECDH' },
    CreateGrant: { KeyId: plain, GranteePrincipal: STUDENT, Operations: ['Decrypt', 'DescribeKey'] },
  };
  for (const [operation, input] of Object.entries(requests)) memory.suggest(`kms:${operation}`, input);
  if (chance.happens(IMPORTING)) {
    const wrapping = { WrappingAlgorithm: 'RSAES_OAEP_SHA_256', WrappingKeySpec: 'RSA_2048' };
    memory.suggest('kms:GetParametersForImport', { KeyId: external, ...wrapping });
  }
  postKms(cloud, 'CreateAlias', { AliasName: 'alias/moving', TargetKeyId: plain });
  memory.suggest('kms:UpdateAlias', { AliasName: 'alias/moving', TargetKeyId: create({}) });
  furnishStores(cloud, memory);
  furnishIdentities(cloud);
  // Some labs make their own.
  if (chance.happens(0.8)) furnishOrganization(cloud, memory);
}

/** A user in a group, a role, and policies. */
function furnishIdentities(cloud: Cloud): void {
  const [user, group, role] = [{ UserName: 'ana' }, { GroupName: 'team' }, { RoleName: 'app' }];
  postForm(cloud, 'iam', { Action: 'CreateUser', ...user });
  postForm(cloud, 'iam', { Action: 'CreateGroup', ...group });
  postForm(cloud, 'iam', { Action: 'AddUserToGroup', ...user, ...group });
  const policy = { PolicyName: 'own', PolicyDocument: ALLOW };
  postForm(cloud, 'iam', { Action: 'CreatePolicy', ...policy });
  postForm(cloud, 'iam', { Action: 'CreateRole', ...role, AssumeRolePolicyDocument: TRUST });
  postForm(cloud, 'iam', { Action: 'PutRolePolicy', ...role, ...policy, PolicyName: 'inline' });
  postForm(cloud, 'iam', { Action: 'AttachRolePolicy', ...role, ...MANAGED });
  // What is deleted must have nothing any more.
  postForm(cloud, 'iam', { Action: 'CreateUser', UserName: 'idle' });
  postForm(cloud, 'iam', { Action: 'CreateGroup', GroupName: 'idle' });
  postForm(cloud, 'iam', { Action: 'CreateRole', RoleName: 'idle', AssumeRolePolicyDocument: TRUST });
  const alone = { PolicyName: 'idle', PolicyDocument: ALLOW };
  postForm(cloud, 'iam', { Action: 'CreatePolicy', ...alone });
}

function furnishStores(cloud: Cloud, memory: Memory): void {
  const lab = (operation: string, input: Json) => {
    const request = { service: 'lab', operation, region: REGION, credentials: HOME_ACCESS_KEY, input };
    const reply = cloud.send(request);
    needs(reply.ok, `${operation} was refused: ${reply.ok ? '' : reply.refusal.message}`);
  };
  lab('SetXksProxy', { UriEndpoint: ENDPOINT, ...CREDENTIAL, Keys: EXTERNAL_KEYS.map((Id) => ({ Id })) });
  lab('SetCloudHsmCluster', { ClusterId: CLUSTER, KmsUserPassword: 'kmsPswd' });
  memory.suggest('kms:CreateCustomKeyStore', {
    CustomKeyStoreName: 'vault',
    CustomKeyStoreType: 'EXTERNAL_KEY_STORE',
    XksProxyConnectivity: 'PUBLIC_ENDPOINT',
    XksProxyUriEndpoint: ENDPOINT,
    XksProxyUriPath: '/kms/xks/v1',
    XksProxyAuthenticationCredential: CREDENTIAL,
  });
  memory.suggest('kms:CreateCustomKeyStore', {
    CustomKeyStoreName: 'hsm',
    CloudHsmClusterId: CLUSTER,
    TrustAnchorCertificate: `-----BEGIN CERTIFICATE-----\n${CLUSTER}\n-----END CERTIFICATE-----`,
    KeyStorePassword: 'kmsPswd',
  });
}

/** An organization with a unit, an account and policies switched on. */
function furnishOrganization(cloud: Cloud, memory: Memory): void {
  const ask = (operation: string, input: Json = {}) => {
    const headers = {
      'x-amz-target': `AWSOrganizationsV20161128.${operation}`,
      'content-type': 'application/x-amz-json-1.1',
      authorization: `AWS4-HMAC-SHA256 Credential=AKIAANYBODY/20261122/us-east-1/organizations/aws4_request, SignedHeaders=host, Signature=0`,
    };
    return learned(post(cloud, headers, JSON.stringify(input)).text, memory);
  };
  ask('CreateOrganization', { FeatureSet: 'ALL' });
  const { Roots } = ask('ListRoots') as { Roots?: readonly { Id: string }[] };
  const RootId = Roots?.[0]?.Id;
  ask('EnablePolicyType', { RootId, PolicyType: 'SERVICE_CONTROL_POLICY' });
  const { OrganizationalUnit } = ask('CreateOrganizationalUnit', { ParentId: RootId, Name: 'cards' });
  const { Policy } = ask('CreatePolicy', { ...TEMPLATES['organizations:CreatePolicy'], Name: 'first' });
  const { PolicySummary } = Policy as { PolicySummary: { Id: string } };
  const attached = { PolicyId: PolicySummary.Id, TargetId: (OrganizationalUnit as { Id: string }).Id };
  for (const name of ['AttachPolicy', 'DetachPolicy']) memory.suggest(`organizations:${name}`, attached);
  ask('CreateAccount', { AccountName: 'cards', Email: 'cards@example.com' });
  ask('ListAccounts');
}

/** An answer, remembered. */
function learned(text: string, memory: Memory): Json {
  const json: unknown = JSON.parse(text);
  memory.learn(json);
  return json as Json;
}

/** The request that imports key material by what GetParametersForImport answered. */
export function importRequest({ KeyId, ImportToken, PublicKey }: Json): Json {
  const spki = parseSpki(decodeBase64(String(PublicKey)) ?? new Uint8Array());
  needs(spki.ok && spki.key.algorithm === 'RSA', 'a wrapping key is an RSA key');
  const [bytes, seed] = [seededBytes('fuzz', 'imported', 32), seededBytes('fuzz', 'oaep', 32)];
  return {
    KeyId,
    ImportToken,
    EncryptedKeyMaterial: encodeBase64(rsaOaepEncrypt(spki.key.key, 'SHA-256', bytes, seed)),
    ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE',
  };
}
