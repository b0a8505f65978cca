import { utf8ToBytes } from '../../base';
import { HOME, IRELAND, KmsLab } from '../lab.testkit';
import { type ClusterSettings, type ProxySettings, setCluster, setXksProxy } from './simulated';

export const MINUTE = 60_000;
export const CLUSTER = 'cluster-k4xw2m7qzta';
export const ENDPOINT = 'https://xks.example.org';
export const VPC_SERVICE = 'com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0';
export const CREDENTIAL = {
  AccessKeyId: 'ABCDEFGHIJKLMNOPQRST',
  RawSecretAccessKey: 'lab/external/key/store/proxy/secret/access+key',
};
export const EXTERNAL_KEY = {
  id: 'vault-key-17',
  status: 'ENABLED',
  spec: 'AES_256',
  usage: ['ENCRYPT', 'DECRYPT'],
};

export const SECRET = utf8ToBytes('order 42');
export const CONTEXT = { order: '42' };

/** The secret under a key, with the context. */
export function encryptInContext(lab: KmsLab, KeyId: string): Uint8Array {
  const request = { KeyId, Plaintext: SECRET, EncryptionContext: CONTEXT };
  return lab.ok<{ CiphertextBlob: Uint8Array }>('Encrypt', request).CiphertextBlob;
}

/** A lab in which the learner also runs a cluster and a proxy. */
export class StoreLab extends KmsLab {
  constructor(seed = 'stores', quotas = false) {
    super(seed, quotas);
    this.cluster();
    this.proxy({ keys: [EXTERNAL_KEY] });
  }

  cluster(settings: Partial<ClusterSettings> = {}) {
    const place = { account: HOME, region: IRELAND };
    return this.world.collect(() => setCluster(this.world, place, { clusterId: CLUSTER, ...settings })).value;
  }

  proxy(settings: Partial<ProxySettings> = {}) {
    return this.world.collect(() => setXksProxy(this.world, { uriEndpoint: ENDPOINT, ...settings })).value;
  }

  clusterRequest(more: Record<string, unknown> = {}) {
    return {
      CustomKeyStoreName: 'hsm',
      CloudHsmClusterId: CLUSTER,
      TrustAnchorCertificate: `-----BEGIN CERTIFICATE-----\n${CLUSTER}\n-----END CERTIFICATE-----`,
      KeyStorePassword: 'kmsPswd',
      ...more,
    };
  }

  proxyRequest(more: Record<string, unknown> = {}) {
    return {
      CustomKeyStoreName: 'vault',
      CustomKeyStoreType: 'EXTERNAL_KEY_STORE',
      XksProxyConnectivity: 'PUBLIC_ENDPOINT',
      XksProxyUriEndpoint: ENDPOINT,
      XksProxyUriPath: '/kms/xks/v1',
      XksProxyAuthenticationCredential: CREDENTIAL,
      ...more,
    };
  }

  create(request: Record<string, unknown>): string {
    return this.ok<{ CustomKeyStoreId: string }>('CreateCustomKeyStore', request).CustomKeyStoreId;
  }

  store(id: string): Record<string, unknown> {
    const request = { CustomKeyStoreId: id };
    const answer = this.ok<{ CustomKeyStores: Record<string, unknown>[] }>(
      'DescribeCustomKeyStores',
      request,
    );
    return answer.CustomKeyStores[0] ?? {};
  }

  /** Connects and waits until it is known how that ended. */
  connect(id: string): Record<string, unknown> {
    this.ok('ConnectCustomKeyStore', { CustomKeyStoreId: id });
    this.wait(20 * MINUTE);
    return this.store(id);
  }

  /** A connected CloudHSM store and a key in it. */
  hsm() {
    const id = this.create(this.clusterRequest());
    this.connect(id);
    return { id, key: this.createKey({ Origin: 'AWS_CLOUDHSM', CustomKeyStoreId: id }).Arn };
  }

  /** A connected external key store and a key in it. */
  vault() {
    const id = this.create(this.proxyRequest());
    this.connect(id);
    const request = { Origin: 'EXTERNAL_KEY_STORE', CustomKeyStoreId: id, XksKeyId: EXTERNAL_KEY.id };
    return { id, key: this.createKey(request).Arn };
  }
}
