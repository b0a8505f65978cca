import { describe, expect, it } from 'vitest';
import { START_MS } from '../lab.testkit';
import { CLUSTER, CREDENTIAL, ENDPOINT, MINUTE, StoreLab, VPC_SERVICE } from '../stores/stores.testkit';

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

describe('connecting and disconnecting', () => {
  it.each([
    ['clusterRequest', 20],
    ['proxyRequest', 5],
  ] as const)('takes a store of %s %d minutes', (kind, minutes) => {
    const lab = new StoreLab();
    const CustomKeyStoreId = lab.create(lab[kind]());
    expect(lab.ok('ConnectCustomKeyStore', { CustomKeyStoreId })).toEqual({});
    lab.wait(minutes * MINUTE - 1);
    expect(lab.store(CustomKeyStoreId).ConnectionState).toBe('CONNECTING');
    expect(lab.ok('ConnectCustomKeyStore', { CustomKeyStoreId })).toEqual({});
    lab.wait(1);
    expect(lab.store(CustomKeyStoreId).ConnectionState).toBe('CONNECTED');
    expect(lab.ok('ConnectCustomKeyStore', { CustomKeyStoreId })).toEqual({});
    expect(lab.ok('DisconnectCustomKeyStore', { CustomKeyStoreId })).toEqual({});
    expect(lab.store(CustomKeyStoreId).ConnectionState).toBe('DISCONNECTING');
    for (const operation of ['ConnectCustomKeyStore', 'DisconnectCustomKeyStore', 'DeleteCustomKeyStore']) {
      expect(lab.no(operation, { CustomKeyStoreId })).toBe('CustomKeyStoreInvalidStateException');
    }
    lab.wait(MINUTE);
    expect(lab.store(CustomKeyStoreId).ConnectionState).toBe('DISCONNECTED');
    expect(lab.no('DisconnectCustomKeyStore', { CustomKeyStoreId })).toBe(
      'CustomKeyStoreInvalidStateException',
    );
    expect(lab.ok('DeleteCustomKeyStore', { CustomKeyStoreId })).toEqual({});
    expect(lab.no('DescribeCustomKeyStores', { CustomKeyStoreId })).toBe('CustomKeyStoreNotFoundException');
  });

  it.each([
    [{ state: 'DELETED' as const }, 'CLUSTER_NOT_FOUND'],
    [{ isReachable: false }, 'NETWORK_ERRORS'],
    [{ subnets: 'DELETED' as const }, 'SUBNET_NOT_FOUND'],
    [{ subnets: 'FULL' as const }, 'INSUFFICIENT_FREE_ADDRESSES_IN_SUBNET'],
    [{ activeHsms: [] }, 'INSUFFICIENT_CLOUDHSM_HSMS'],
    [{ kmsUser: 'MISSING' as const }, 'USER_NOT_FOUND'],
    [{ kmsUser: 'LOCKED_OUT' as const }, 'USER_LOCKED_OUT'],
    [{ kmsUser: 'LOGGED_IN' as const }, 'USER_LOGGED_IN'],
    [{ kmsUserPassword: 'changed' }, 'INVALID_CREDENTIALS'],
  ])('fails on a cluster that is %o with %s, and has to be disconnected first', (settings, code) => {
    const lab = new StoreLab();
    const CustomKeyStoreId = lab.create(lab.clusterRequest());
    lab.cluster(settings);
    expect(lab.connect(CustomKeyStoreId)).toMatchObject({
      ConnectionState: 'FAILED',
      ConnectionErrorCode: code,
    });
    expect(lab.no('ConnectCustomKeyStore', { CustomKeyStoreId })).toBe('CustomKeyStoreInvalidStateException');
    lab.ok('DisconnectCustomKeyStore', { CustomKeyStoreId });
    lab.wait(MINUTE);
    expect(lab.store(CustomKeyStoreId).ConnectionErrorCode).toBeUndefined();
    const sound = { activeHsms: ['eu-west-1a'], isReachable: true, subnets: 'READY' as const };
    lab.cluster({ ...sound, state: 'ACTIVE', kmsUser: 'READY', kmsUserPassword: 'kmsPswd' });
    expect(lab.connect(CustomKeyStoreId)).toMatchObject({ ConnectionState: 'CONNECTED' });
  });

  it.each([
    [{ isDown: true }, 'XKS_PROXY_NOT_REACHABLE'],
    [{ managers: 'Unavailable' as const }, 'XKS_PROXY_NOT_REACHABLE'],
    [{ latenciesMs: [400, 300] }, 'XKS_PROXY_TIMED_OUT'],
    [{ isTlsValid: false }, 'XKS_PROXY_INVALID_TLS_CONFIGURATION'],
    [{ uriPath: '/kms/xks/v2' }, 'XKS_PROXY_INVALID_CONFIGURATION'],
    [{ rawSecretAccessKey: 'changed' }, 'INVALID_CREDENTIALS'],
    [{ refusal: 'AccessDeniedException' as const }, 'XKS_PROXY_ACCESS_DENIED'],
    [{ refusal: 'ValidationException' as const }, 'XKS_PROXY_INVALID_RESPONSE'],
  ])('fails on a proxy that is %o with %s', (settings, code) => {
    const lab = new StoreLab();
    const id = lab.create(lab.proxyRequest());
    lab.proxy(settings);
    expect(lab.connect(id)).toMatchObject({ ConnectionState: 'FAILED', ConnectionErrorCode: code });
  });

  it('refuses at once on a cluster that is not active or not set up', () => {
    const lab = new StoreLab();
    const CustomKeyStoreId = lab.create(lab.clusterRequest());
    lab.cluster({ state: 'DEGRADED' });
    expect(lab.no('ConnectCustomKeyStore', { CustomKeyStoreId })).toBe('CloudHsmClusterNotActiveException');
    lab.cluster({ state: 'ACTIVE', isConfigured: false });
    expect(lab.no('ConnectCustomKeyStore', { CustomKeyStoreId })).toBe(
      'CloudHsmClusterInvalidConfigurationException',
    );
  });

  it('gives kmsuser a new password, which KMS alone knows', () => {
    const lab = new StoreLab();
    const { id } = lab.hsm();
    const { kmsUserPassword } = lab.cluster();
    expect(kmsUserPassword).toMatch(/^[0-9a-f]{32}$/);
    lab.ok('DisconnectCustomKeyStore', { CustomKeyStoreId: id });
    lab.wait(MINUTE);
    expect(lab.connect(id)).toMatchObject({ ConnectionState: 'CONNECTED' });
  });
});

describe('UpdateCustomKeyStore', () => {
  it('changes the name always, the proxy credential and path while connected, the rest when disconnected', () => {
    const lab = new StoreLab();
    const { id: CustomKeyStoreId } = lab.vault();
    const update = (change: Record<string, unknown>) => ({ CustomKeyStoreId, ...change });
    lab.proxy({ uriPath: '/new/kms/xks/v1' });
    expect(
      lab.ok(
        'UpdateCustomKeyStore',
        update({ NewCustomKeyStoreName: 'safe', XksProxyUriPath: '/new/kms/xks/v1' }),
      ),
    ).toEqual({});
    expect(lab.store(CustomKeyStoreId)).toMatchObject({
      CustomKeyStoreName: 'safe',
      ConnectionState: 'CONNECTED',
      XksProxyConfiguration: { UriPath: '/new/kms/xks/v1' },
    });
    const move = update({ XksProxyUriEndpoint: 'https://other.example.org' });
    expect(lab.no('UpdateCustomKeyStore', move)).toBe('CustomKeyStoreInvalidStateException');
    lab.ok('DisconnectCustomKeyStore', { CustomKeyStoreId });
    expect(lab.no('UpdateCustomKeyStore', update({ NewCustomKeyStoreName: 'early' }))).toBe(
      'CustomKeyStoreInvalidStateException',
    );
    lab.wait(MINUTE);
    expect(lab.no('UpdateCustomKeyStore', move)).toContain('XksProxyUriUnreachableException: ');
    lab.proxy({ uriEndpoint: 'https://other.example.org', uriPath: '/new/kms/xks/v1' });
    lab.ok('UpdateCustomKeyStore', move);
    expect(lab.store(CustomKeyStoreId)).toMatchObject({
      XksProxyConfiguration: { UriEndpoint: 'https://other.example.org' },
    });
  });

  it('moves a CloudHSM store to a cluster from a backup of its own, and to no other', () => {
    const lab = new StoreLab();
    const CustomKeyStoreId = lab.create(lab.clusterRequest());
    const [restored, stranger] = ['cluster-restored222', 'cluster-stranger222'];
    lab.cluster({ clusterId: restored, backupFamily: CLUSTER, kmsUserPassword: 'restored' });
    lab.cluster({ clusterId: stranger });
    expect(lab.no('UpdateCustomKeyStore', { CustomKeyStoreId, CloudHsmClusterId: stranger })).toBe(
      'CloudHsmClusterNotRelatedException',
    );
    lab.ok('UpdateCustomKeyStore', {
      CustomKeyStoreId,
      CloudHsmClusterId: restored,
      KeyStorePassword: 'restored',
    });
    expect(lab.connect(CustomKeyStoreId)).toMatchObject({
      CloudHsmClusterId: restored,
      ConnectionState: 'CONNECTED',
    });
  });

  it('refuses nothing to change, the other kind of property, a used name and a half change of connectivity', () => {
    const lab = new StoreLab();
    const CustomKeyStoreId = lab.create(lab.proxyRequest());
    lab.create(lab.clusterRequest());
    const no = (change: Record<string, unknown>) =>
      lab.no('UpdateCustomKeyStore', { CustomKeyStoreId, ...change });
    expect(no({})).toBe('ValidationException: At least one property must be specified.');
    expect(no({ KeyStorePassword: 'kmsPswd' })).toBe(
      `ValidationException: KeyStorePassword is not supported for the custom key store ${CustomKeyStoreId}`,
    );
    expect(no({ NewCustomKeyStoreName: 'hsm' })).toBe('CustomKeyStoreNameInUseException');
    expect(no({ XksProxyConnectivity: 'VPC_ENDPOINT_SERVICE' })).toBe(
      'ValidationException: A change of XksProxyConnectivity needs a new XksProxyUriEndpoint',
    );
    expect(no({ CustomKeyStoreId: 'cks-00000000000000000', NewCustomKeyStoreName: 'x' })).toBe(
      'CustomKeyStoreNotFoundException',
    );
  });
});
