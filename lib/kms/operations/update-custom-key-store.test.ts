import { describe, expect, it } from 'vitest';
import { CLUSTER, MINUTE, StoreLab } from '../stores/stores.testkit';

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
