import { describe, expect, it } from 'vitest';
import { MINUTE, StoreLab } from '../stores/stores.testkit';

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
