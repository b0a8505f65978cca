import { describe, expect, it } from 'vitest';
import { Cloud, HOME_ACCESS_KEY } from '../cloud';

const START = Date.UTC(2026, 11, 1, 9, 50);
const MINUTE = 60_000;
const ENDPOINT = 'https://xks.example.org';
const CLUSTER = 'cluster-k4xw2m7qzta';

function lab() {
  const cloud = new Cloud({ seed: 'lab', startMs: START });
  const send = (service: string, operation: string, input: Record<string, unknown> = {}) =>
    cloud.send({ service, operation, region: 'eu-west-1', credentials: HOME_ACCESS_KEY, input });
  const output = (...args: Parameters<typeof send>): Record<string, unknown> => {
    const reply = send(...args);
    return reply.ok ? reply.output : { ...reply.refusal };
  };
  const wait = (minutes: number) => cloud.advanceTo(cloud.world.nowMs + minutes * MINUTE);
  return { cloud, output, wait };
}

describe("the lab's key store backings", () => {
  it('let an external key store connect, fail while the proxy is down, and work again', () => {
    const { output, wait } = lab();
    const proxy = output('lab', 'SetXksProxy', { UriEndpoint: ENDPOINT, Keys: [{ Id: 'vault-key-17' }] });
    expect(proxy).toEqual({
      UriEndpoint: ENDPOINT,
      UriPath: '/kms/xks/v1',
      AccessKeyId: expect.any(String),
      RawSecretAccessKey: expect.any(String),
      VpcEndpointServiceValid: true,
      TlsValid: true,
      Down: false,
      LatenciesMs: [20],
      Refusal: 'None',
      KeyManagers: 'Active',
      Keys: [{ Id: 'vault-key-17', Status: 'ENABLED', KeySpec: 'AES_256', Usage: ['ENCRYPT', 'DECRYPT'] }],
    });
    const { AccessKeyId, RawSecretAccessKey } = proxy;
    const { CustomKeyStoreId } = output('kms', 'CreateCustomKeyStore', {
      CustomKeyStoreName: 'vault',
      CustomKeyStoreType: 'EXTERNAL_KEY_STORE',
      XksProxyConnectivity: 'PUBLIC_ENDPOINT',
      XksProxyUriEndpoint: ENDPOINT,
      XksProxyUriPath: '/kms/xks/v1',
      XksProxyAuthenticationCredential: { AccessKeyId, RawSecretAccessKey },
    });
    expect(output('kms', 'ConnectCustomKeyStore', { CustomKeyStoreId })).toEqual({});
    wait(5);
    const made = output('kms', 'CreateKey', {
      Origin: 'EXTERNAL_KEY_STORE',
      CustomKeyStoreId,
      XksKeyId: 'vault-key-17',
    });
    const request = { KeyId: (made.KeyMetadata as { KeyId: string }).KeyId, KeySpec: 'AES_256' };
    output('lab', 'SetXksProxy', { UriEndpoint: ENDPOINT, Down: true });
    expect(output('kms', 'GenerateDataKey', request)).toMatchObject({ name: 'KMSInternalException' });
    output('lab', 'SetXksProxy', { UriEndpoint: ENDPOINT, Down: false });
    expect(output('kms', 'GenerateDataKey', request)).toHaveProperty('CiphertextBlob');
  });

  it('let a CloudHSM store connect once its cluster is put right', () => {
    const { output, wait } = lab();
    const cluster = output('lab', 'SetCloudHsmCluster', { ClusterId: CLUSTER, KmsUser: 'LOGGED_IN' });
    expect(cluster).toMatchObject({ State: 'ACTIVE', ActiveHsms: ['eu-west-1a', 'eu-west-1b'] });
    const { CustomKeyStoreId } = output('kms', 'CreateCustomKeyStore', {
      CustomKeyStoreName: 'hsm',
      CloudHsmClusterId: CLUSTER,
      TrustAnchorCertificate: cluster.TrustAnchorCertificate,
      KeyStorePassword: cluster.KmsUserPassword,
    });
    const stores = () => output('kms', 'DescribeCustomKeyStores').CustomKeyStores;
    output('kms', 'ConnectCustomKeyStore', { CustomKeyStoreId });
    wait(20);
    expect(stores()).toMatchObject([{ ConnectionState: 'FAILED', ConnectionErrorCode: 'USER_LOGGED_IN' }]);
    output('kms', 'DisconnectCustomKeyStore', { CustomKeyStoreId });
    output('lab', 'SetCloudHsmCluster', { ClusterId: CLUSTER, KmsUser: 'READY' });
    wait(1);
    output('kms', 'ConnectCustomKeyStore', { CustomKeyStoreId });
    wait(20);
    expect(stores()).toMatchObject([{ ConnectionState: 'CONNECTED' }]);
  });
});
