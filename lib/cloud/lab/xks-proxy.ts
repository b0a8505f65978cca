import { define, shape } from '../../aws';
import {
  MANAGER_STATES,
  PROXY_REFUSALS,
  setXksProxy as set,
  type XksProxyRecord,
  xksProxies,
} from '../../kms';
import { LAB_SERVICE, noPermissions } from './labs-own';

const externalKey = shape.structure(
  {
    Id: shape.string({ min: 1, max: 128 }),
    Status: shape.string(),
    KeySpec: shape.string(),
    Usage: shape.list(shape.string()),
  },
  ['Id'],
);

const members = {
  UriEndpoint: shape.string({ min: 10, max: 128 }),
  UriPath: shape.string({ min: 10, max: 128 }),
  AccessKeyId: shape.string({ min: 20, max: 30 }),
  RawSecretAccessKey: shape.string({ min: 43, max: 64 }),
  VpcEndpointServiceName: shape.string({ min: 20, max: 64 }),
  VpcEndpointServiceValid: shape.boolean(),
  TlsValid: shape.boolean(),
  CertificateValidTo: shape.timestamp(),
  Down: shape.boolean(),
  /** Of the first attempt at a request, the second, and so on; KMS waits 250 ms for each of two. */
  LatenciesMs: shape.list(shape.integer({ min: 0, max: 60_000 })),
  Refusal: shape.oneOf(...PROXY_REFUSALS),
  KeyManagers: shape.oneOf(...MANAGER_STATES),
  Keys: shape.list(externalKey),
};

/** Sets up an external key store proxy and the keys behind it, or changes what is named of it. */
export const setXksProxy = define({
  service: LAB_SERVICE,
  name: 'SetXksProxy',
  about: 'Sets up or changes a simulated external key store proxy: latency, outage, refusals, external keys.',
  input: shape.structure(members, ['UriEndpoint']),
  output: shape.structure(members),
  readOnly: false,
  permissions: noPermissions,
  responseElements: (output) => output,
  handle: ({ input, world }) => {
    const keys = input.Keys?.map(({ Id, Status, KeySpec, Usage }) => ({
      id: Id,
      status: Status ?? 'ENABLED',
      spec: KeySpec ?? 'AES_256',
      usage: Usage ?? ['ENCRYPT', 'DECRYPT'],
    }));
    const proxy = set(world, {
      uriEndpoint: input.UriEndpoint,
      uriPath: input.UriPath,
      accessKeyId: input.AccessKeyId,
      rawSecretAccessKey: input.RawSecretAccessKey,
      vpcServiceName: input.VpcEndpointServiceName,
      isVpcServiceValid: input.VpcEndpointServiceValid,
      isTlsValid: input.TlsValid,
      certificateValidToMs: input.CertificateValidTo,
      isDown: input.Down,
      latenciesMs: input.LatenciesMs,
      refusal: input.Refusal,
      managers: input.KeyManagers,
      keys,
    });
    return shown(proxy);
  },
});

export const describeXksProxies = define({
  service: LAB_SERVICE,
  name: 'DescribeXksProxies',
  about: 'Answers how the simulated external key store proxies are.',
  input: shape.structure({}),
  output: shape.structure({ Proxies: shape.list(shape.structure(members)) }),
  readOnly: true,
  permissions: noPermissions,
  handle: ({ world }) => ({ Proxies: [...world.table(xksProxies).all()].map(shown) }),
});

function shown(proxy: XksProxyRecord) {
  return {
    UriEndpoint: proxy.uriEndpoint,
    UriPath: proxy.uriPath,
    AccessKeyId: proxy.accessKeyId,
    RawSecretAccessKey: proxy.rawSecretAccessKey,
    VpcEndpointServiceName: proxy.vpcServiceName,
    VpcEndpointServiceValid: proxy.isVpcServiceValid,
    TlsValid: proxy.isTlsValid,
    CertificateValidTo: proxy.certificateValidToMs,
    Down: proxy.isDown,
    LatenciesMs: proxy.latenciesMs,
    Refusal: proxy.refusal,
    KeyManagers: proxy.managers,
    Keys: proxy.keys.map(({ id, status, spec, usage }) => ({
      Id: id,
      Status: status,
      KeySpec: spec,
      Usage: usage,
    })),
  };
}
