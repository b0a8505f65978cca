import { shape } from '../../aws';
import { CONNECTION_ERROR_CODES, CONNECTION_STATES } from '../records/custom-key-store';

/** Members of the operations on custom key stores. fact: kms-engine 1.3 */
export const customKeyStoreName = shape.string({ min: 1, max: 256 });
export const customKeyStoreType = shape.oneOf('AWS_CLOUDHSM', 'EXTERNAL_KEY_STORE');
export const cloudHsmClusterId = shape.string({ min: 19, max: 24, pattern: 'cluster-[2-7a-zA-Z]{11,16}' });
export const trustAnchorCertificate = shape.string({ min: 1, max: 5000 });
export const keyStorePassword = shape.string({ min: 7, max: 32, sensitive: true });
export const connectivity = shape.oneOf('PUBLIC_ENDPOINT', 'VPC_ENDPOINT_SERVICE');
export const connectionState = shape.oneOf(...CONNECTION_STATES);
export const connectionErrorCode = shape.oneOf(...CONNECTION_ERROR_CODES);
const uriEndpoint = shape.string({ min: 10, max: 128, pattern: '^https://[a-zA-Z0-9.-]+$' });
const uriPath = shape.string({
  min: 10,
  max: 128,
  pattern: '^(/[a-zA-Z0-9\\/_-]+/kms/xks/v\\d{1,2})$|^(/kms/xks/v\\d{1,2})$',
});
const vpcServiceName = shape.string({
  min: 20,
  max: 64,
  pattern: '^(com|eu)\\.amazonaws\\.vpce\\.([a-z]+-){2,3}\\d+\\.vpce-svc-[0-9a-z]+$',
});
const credential = shape.structure(
  {
    AccessKeyId: shape.string({ min: 20, max: 30, pattern: '^[A-Z2-7]+$', sensitive: true }),
    RawSecretAccessKey: shape.string({ min: 43, max: 64, pattern: '^[a-zA-Z0-9\\/+=]+$', sensitive: true }),
  },
  ['AccessKeyId', 'RawSecretAccessKey'],
);

/** What describes a proxy, for a new store and for a change alike. */
export const proxyMembers = {
  XksProxyUriEndpoint: uriEndpoint,
  XksProxyUriPath: uriPath,
  XksProxyVpcEndpointServiceName: vpcServiceName,
  XksProxyVpcEndpointServiceOwner: shape.string({ min: 12, max: 12, pattern: '^[0-9]{12}$' }),
  XksProxyAuthenticationCredential: credential,
  XksProxyConnectivity: connectivity,
};
const proxyInput = shape.structure(proxyMembers);
export type ProxyInput = NonNullable<(typeof proxyInput)['type']>;
