import { describe, expect, it } from 'vitest';
import { HOUR_MS, MINUTE_MS, START_MS, wholeCloud } from '../../services/servicequotas/whole-cloud.testkit';

const DAY_MS = 24 * HOUR_MS;
const UriEndpoint = 'https://xks.example.org';

/** A connected external key store with a key in it. */
function lab() {
  const whole = wholeCloud('eu-west-1');
  const { send, wait } = whole;
  const proxy = (settings: object) =>
    send<{ AccessKeyId: string; RawSecretAccessKey: string }>('lab', 'SetXksProxy', {
      UriEndpoint,
      ...settings,
    });
  const { AccessKeyId, RawSecretAccessKey } = proxy({ Keys: [{ Id: 'vault-key-17' }] });
  const credential = { XksProxyAuthenticationCredential: { AccessKeyId, RawSecretAccessKey } };
  const { CustomKeyStoreId } = send<{ CustomKeyStoreId: string }>('kms', 'CreateCustomKeyStore', {
    CustomKeyStoreName: 'vault',
    CustomKeyStoreType: 'EXTERNAL_KEY_STORE',
    XksProxyConnectivity: 'PUBLIC_ENDPOINT',
    XksProxyUriEndpoint: UriEndpoint,
    XksProxyUriPath: '/kms/xks/v1',
    ...credential,
  });
  send('kms', 'ConnectCustomKeyStore', { CustomKeyStoreId });
  wait(5 * MINUTE_MS);
  const KeyId = whole.newKey({ Origin: 'EXTERNAL_KEY_STORE', CustomKeyStoreId, XksKeyId: 'vault-key-17' });
  const encrypt = () =>
    send<{ CiphertextBlob: Uint8Array }>('kms', 'Encrypt', { KeyId, Plaintext: new Uint8Array(1) });
  const read = (MetricName: string, dimensions: Readonly<Record<string, string>>, more: object = {}) =>
    send<{ Datapoints: readonly object[] }>('cloudwatch', 'GetMetricStatistics', {
      Namespace: 'AWS/KMS',
      MetricName,
      Dimensions: Object.entries({ CustomKeyStoreId, ...dimensions }).map(([Name, Value]) => ({
        Name,
        Value,
      })),
      StartTime: START_MS,
      EndTime: START_MS + DAY_MS,
      Period: 300,
      Statistics: ['Maximum'],
      ...more,
    }).Datapoints;
  return { ...whole, proxy, credential, CustomKeyStoreId, KeyId, encrypt, read };
}

const ENCRYPT = { KmsOperation: 'Encrypt', XksOperation: 'Encrypt', KeySpec: 'SYMMETRIC_DEFAULT' };
const at = (minutes: number) => ({ Timestamp: START_MS + minutes * MINUTE_MS });

describe('the metrics of an external key store (services 10)', () => {
  it('tell how long the proxy took as it was then, an attempt given up with its 250 ms (kms-engine 9.4)', () => {
    const { proxy, encrypt, read, wait } = lab();
    encrypt();
    wait(5 * MINUTE_MS);
    proxy({ LatenciesMs: [400, 30] });
    encrypt();
    wait(5 * MINUTE_MS);
    proxy({ LatenciesMs: [400] });
    encrypt();
    expect(read('XksProxyLatency', ENCRYPT)).toEqual([
      { ...at(5), Maximum: 20, Unit: 'Milliseconds' },
      { ...at(10), Maximum: 280, Unit: 'Milliseconds' },
      { ...at(15), Maximum: 500, Unit: 'Milliseconds' },
    ]);
  });

  it('count errors by what the proxy calls them, and whether they may pass (kms-engine 9.6)', () => {
    const { proxy, encrypt, read, send, KeyId } = lab();
    const { CiphertextBlob } = encrypt();
    proxy({ Refusal: 'AccessDeniedException' });
    send('kms', 'Decrypt', { CiphertextBlob, KeyId });
    proxy({ Refusal: 'None', Down: true });
    encrypt();
    const decrypt = { KmsOperation: 'Decrypt', XksOperation: 'Decrypt', KeySpec: 'SYMMETRIC_DEFAULT' };
    const errors = (of: object, ErrorType: string, ExceptionName: string) =>
      read('XksProxyErrors', { ...of, ErrorType, ExceptionName }, { Statistics: ['Sum'] });
    expect(errors(decrypt, 'Non-retryable errors', 'AccessDeniedException')).toEqual([
      { ...at(5), Sum: 1, Unit: 'Count' },
    ]);
    expect(errors(ENCRYPT, 'Retryable errors', 'XksProxyUnreachableException')).toEqual([
      { ...at(5), Sum: 1, Unit: 'Count' },
    ]);
    expect(read('XksProxyLatency', decrypt)).toHaveLength(1);
    expect(read('XksProxyLatency', ENCRYPT, { Statistics: ['SampleCount'] })).toEqual([
      { ...at(5), SampleCount: 1, Unit: 'Milliseconds' },
    ]);
  });

  it('count down to the end of the certificate, after which no connection is made', () => {
    const { proxy, encrypt, read, wait } = lab();
    proxy({ CertificateValidTo: START_MS + 11 * DAY_MS + HOUR_MS });
    wait(2 * DAY_MS);
    const days = read(
      'XksProxyCertificateDaysToExpire',
      { CertificateName: 'xks.example.org' },
      {
        EndTime: START_MS + 2 * DAY_MS,
        Period: 86_400,
        Statistics: ['Minimum'],
      },
    );
    expect(days).toEqual([
      { Timestamp: Date.UTC(2026, 10, 23), Minimum: 10, Unit: 'Count' },
      { Timestamp: Date.UTC(2026, 10, 24), Minimum: 9, Unit: 'Count' },
    ]);
    wait(10 * DAY_MS);
    expect(encrypt()).toMatch(/^KMSInvalidStateException: AWS KMS cannot establish a TLS connection /);
  });

  it('tell the age of the credential and the health of the key managers', () => {
    const { proxy, credential, read, send, wait, CustomKeyStoreId } = lab();
    wait(3 * DAY_MS);
    send('kms', 'UpdateCustomKeyStore', { CustomKeyStoreId, ...credential });
    proxy({ KeyManagers: 'Degraded' });
    wait(2 * DAY_MS);
    const days = { EndTime: START_MS + 6 * DAY_MS, Period: 86_400 };
    const values = (points: readonly object[]) =>
      points.map((point) => (point as { Maximum: number }).Maximum);
    expect(values(read('XksProxyCredentialAge', {}, days))).toEqual([0, 1, 2, 0, 1]);
    const healthy = (XksExternalKeyManagerState: string) =>
      read('XksExternalKeyManagerStates', { XksExternalKeyManagerState }, days).length;
    expect([healthy('Active'), healthy('Degraded'), healthy('Unavailable')]).toEqual([3, 2, 0]);
  });

  it('are listed with their dimensions', () => {
    const { encrypt, send, CustomKeyStoreId } = lab();
    encrypt();
    const { Metrics } = send<{ Metrics: { MetricName: string; Dimensions: { Name: string }[] }[] }>(
      'cloudwatch',
      'ListMetrics',
      { Namespace: 'AWS/KMS', Dimensions: [{ Name: 'CustomKeyStoreId', Value: CustomKeyStoreId }] },
    );
    expect(
      Metrics.map(({ MetricName, Dimensions }) => [MetricName, ...Dimensions.map(({ Name }) => Name)]),
    ).toEqual([
      ['XksExternalKeyManagerStates', 'CustomKeyStoreId', 'XksExternalKeyManagerState'],
      ['XksProxyCredentialAge', 'CustomKeyStoreId'],
      ['XksProxyLatency', 'CustomKeyStoreId', 'KmsOperation', 'XksOperation', 'KeySpec'],
    ]);
  });
});
