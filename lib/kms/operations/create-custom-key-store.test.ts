import { describe, expect, it } from 'vitest';
import { START_MS } from '../lab.testkit';
import { CLUSTER, CREDENTIAL, ENDPOINT, StoreLab, VPC_SERVICE } from '../stores/stores.testkit';

describe('CreateCustomKeyStore', () => {
  it('makes a disconnected CloudHSM store that shows everything but the password', () => {
    const lab = new StoreLab();
    const id = lab.create(lab.clusterRequest());
    expect(id).toMatch(/^cks-[0-9a-f]{17}$/);
    expect(lab.store(id)).toEqual({
      CustomKeyStoreId: id,
      CustomKeyStoreName: 'hsm',
      CloudHsmClusterId: CLUSTER,
      TrustAnchorCertificate: lab.clusterRequest().TrustAnchorCertificate,
      ConnectionState: 'DISCONNECTED',
      CreationDate: START_MS,
      CustomKeyStoreType: 'AWS_CLOUDHSM',
    });
    expect(lab.asked.slice(0, 2).map(({ action }) => action)).toEqual([
      'kms:CreateCustomKeyStore',
      'cloudhsm:DescribeClusters',
    ]);
  });

  it('makes a disconnected external store that shows everything but the secret', () => {
    const lab = new StoreLab();
    const id = lab.create(lab.proxyRequest());
    expect(lab.store(id)).toEqual({
      CustomKeyStoreId: id,
      CustomKeyStoreName: 'vault',
      ConnectionState: 'DISCONNECTED',
      CreationDate: START_MS,
      CustomKeyStoreType: 'EXTERNAL_KEY_STORE',
      XksProxyConfiguration: {
        Connectivity: 'PUBLIC_ENDPOINT',
        AccessKeyId: CREDENTIAL.AccessKeyId,
        UriEndpoint: ENDPOINT,
        UriPath: '/kms/xks/v1',
      },
    });
  });

  it('answers the id of the store that the same words made before', () => {
    const lab = new StoreLab();
    const id = lab.create(lab.clusterRequest());
    expect(lab.create(lab.clusterRequest())).toBe(id);
    expect(lab.no('CreateCustomKeyStore', lab.clusterRequest({ KeyStorePassword: 'another' }))).toBe(
      'CustomKeyStoreNameInUseException',
    );
  });

  it.each([
    [{ state: 'UNINITIALIZED' as const }, {}, 'CloudHsmClusterNotActiveException'],
    [{ activeHsms: ['eu-west-1a', 'eu-west-1a'] }, {}, 'CloudHsmClusterInvalidConfigurationException'],
    [{ isConfigured: false }, {}, 'CloudHsmClusterInvalidConfigurationException'],
    [{ state: 'DELETED' as const }, {}, 'CloudHsmClusterNotFoundException'],
    [{}, { CloudHsmClusterId: 'cluster-22222222222' }, 'CloudHsmClusterNotFoundException'],
    [{}, { TrustAnchorCertificate: 'another' }, 'IncorrectTrustAnchorException'],
  ])('refuses a cluster %o with %o', (settings, more, refusal) => {
    const lab = new StoreLab();
    lab.cluster(settings);
    expect(lab.no('CreateCustomKeyStore', lab.clusterRequest(more))).toBe(refusal);
  });

  it('refuses a cluster, or a relative of one, that serves a store already', () => {
    const lab = new StoreLab();
    lab.create(lab.clusterRequest());
    const restored = 'cluster-restored222';
    lab.cluster({ clusterId: restored, backupFamily: CLUSTER });
    for (const CloudHsmClusterId of [CLUSTER, restored]) {
      const request = lab.clusterRequest({ CustomKeyStoreName: 'second', CloudHsmClusterId });
      expect(lab.no('CreateCustomKeyStore', request)).toBe('CloudHsmClusterInUseException');
    }
  });

  it.each([
    [{ isDown: true }, 'XksProxyUriUnreachableException: AWS KMS cannot communicate with the external key'],
    [
      { latenciesMs: [251] },
      'XksProxyUriUnreachableException: AWS KMS rejected the request because the external',
    ],
    [
      { managers: 'Unavailable' as const },
      'XksProxyUriUnreachableException: The external key store proxy is in an',
    ],
    [
      { uriPath: '/a/kms/xks/v1' },
      'XksProxyInvalidConfigurationException: The external key store proxy rejected',
    ],
    [
      { isTlsValid: false },
      'XksProxyInvalidConfigurationException: AWS KMS cannot establish a TLS connection',
    ],
    [{ accessKeyId: 'OTHER' }, 'XksProxyIncorrectAuthenticationCredentialException: The external key store'],
    [
      { refusal: 'ThrottlingException' as const },
      'XksProxyUriUnreachableException: The external key store proxy rejected the request due to a very high request rate.',
    ],
    [
      { refusal: 'InternalException' as const },
      'XksProxyInvalidResponseException: The external key store proxy',
    ],
    [
      { refusal: 'ValidationException' as const },
      'XksProxyInvalidResponseException: AWS KMS cannot interpret',
    ],
  ])('refuses a public proxy that is %o', (settings, refusal) => {
    const lab = new StoreLab();
    lab.proxy(settings);
    expect(lab.no('CreateCustomKeyStore', lab.proxyRequest()).startsWith(refusal)).toBe(true);
  });

  it('looks up a VPC endpoint service at once and asks its proxy only when it connects', () => {
    const lab = new StoreLab();
    const request = lab.proxyRequest({
      XksProxyConnectivity: 'VPC_ENDPOINT_SERVICE',
      XksProxyVpcEndpointServiceName: VPC_SERVICE,
    });
    expect(lab.no('CreateCustomKeyStore', request)).toBe('XksProxyVpcEndpointServiceNotFoundException');
    lab.proxy({ vpcServiceName: VPC_SERVICE, isVpcServiceValid: false });
    expect(lab.no('CreateCustomKeyStore', request)).toBe(
      'XksProxyVpcEndpointServiceInvalidConfigurationException',
    );
    lab.proxy({ isVpcServiceValid: true, isDown: true });
    const id = lab.create(request);
    expect(lab.connect(id)).toMatchObject({
      ConnectionState: 'FAILED',
      ConnectionErrorCode: 'XKS_PROXY_NOT_REACHABLE',
      XksProxyConfiguration: { VpcEndpointServiceName: VPC_SERVICE, VpcEndpointServiceOwner: '111122223333' },
    });
    const again = { ...request, CustomKeyStoreName: 'second' };
    expect(lab.no('CreateCustomKeyStore', again)).toBe('XksProxyVpcEndpointServiceInUseException');
    expect(lab.no('CreateCustomKeyStore', lab.proxyRequest({ XksProxyUriPath: '/b/kms/xks/v1' }))).toBe(
      'CustomKeyStoreNameInUseException',
    );
    const sharing = lab.proxyRequest({ CustomKeyStoreName: 'public', XksProxyUriPath: '/b/kms/xks/v1' });
    expect(lab.no('CreateCustomKeyStore', sharing)).toBe('XksProxyUriEndpointInUseException');
  });

  it('refuses endpoint and path of another store, what belongs to the other kind, and what is missing', () => {
    const lab = new StoreLab();
    lab.create(lab.proxyRequest());
    expect(lab.no('CreateCustomKeyStore', lab.proxyRequest({ CustomKeyStoreName: 'second' }))).toBe(
      'XksProxyUriInUseException',
    );
    expect(lab.no('CreateCustomKeyStore', lab.proxyRequest({ KeyStorePassword: 'kmsPswd' }))).toBe(
      'ValidationException: KeyStorePassword is not supported for CustomKeyStoreType EXTERNAL_KEY_STORE',
    );
    expect(lab.no('CreateCustomKeyStore', lab.clusterRequest({ XksProxyUriPath: '/kms/xks/v1' }))).toBe(
      'ValidationException: XksProxyUriPath is not supported for CustomKeyStoreType AWS_CLOUDHSM',
    );
    expect(lab.no('CreateCustomKeyStore', { CustomKeyStoreName: 'empty' })).toBe(
      "ValidationException: 1 validation error detected: Value null at 'cloudHsmClusterId' failed to satisfy constraint: Member must not be null",
    );
    expect(lab.no('CreateCustomKeyStore', lab.proxyRequest({ XksProxyUriEndpoint: undefined }))).toContain(
      "Value null at 'xksProxyUriEndpoint'",
    );
  });

  it('makes at most ten stores of both kinds', () => {
    const lab = new StoreLab();
    for (let i = 0; i < 10; i++) {
      const [CloudHsmClusterId, CustomKeyStoreName] = [`cluster-2222222222${'abcdefghij'[i]}`, `store ${i}`];
      const { trustAnchor } = lab.cluster({ clusterId: CloudHsmClusterId });
      lab.create(
        lab.clusterRequest({ CloudHsmClusterId, CustomKeyStoreName, TrustAnchorCertificate: trustAnchor }),
      );
    }
    expect(lab.no('CreateCustomKeyStore', lab.proxyRequest())).toBe(
      'LimitExceededException: Custom key stores quota for this account in this region is 10, current usage is 10.',
    );
    const { CustomKeyStores, Truncated } = lab.ok('DescribeCustomKeyStores', { Limit: 4 });
    expect([(CustomKeyStores as unknown[]).length, Truncated]).toEqual([4, true]);
  });
});
