import { type Refusal, refuse } from '../../aws';
import type { ConnectionErrorCode } from '../records/custom-key-store';

/** One thing that can go wrong between KMS and a proxy, and how each kind of request tells it. */
interface FaultRule {
  readonly text: string;
  /** CreateCustomKeyStore and UpdateCustomKeyStore. */
  readonly management: string;
  /** ConnectCustomKeyStore, afterwards. */
  readonly code: ConnectionErrorCode;
  /** CreateKey. */
  readonly createKey: string;
}

const REJECTED = 'The external key store proxy rejected the request because';
const REPORT = 'If you see this error repeatedly';
const STATE = 'CustomKeyStoreInvalidStateException';
const INVALID_KEY = 'XksKeyInvalidConfigurationException';
const CONFIGURATION = 'XksProxyInvalidConfigurationException';
const UNREACHABLE = 'XksProxyUriUnreachableException';
const RESPONSE = 'XksProxyInvalidResponseException';

/**
 * fact: kms-engine 9.6 (texts, exceptions), 9.5 (codes).
 * assumed: the codes of Throttling and Internal, and what management requests say of faults that only keys can have
 */
const FAULTS = {
  invalidUriPath: rule(
    `${REJECTED} of an invalid URI path. Verify the URI path for your external key store and update if necessary.`,
    CONFIGURATION,
    'XKS_PROXY_INVALID_CONFIGURATION',
  ),
  tls: rule(
    'AWS KMS cannot establish a TLS connection to the external key store proxy. Verify the TLS configuration, including its certificate.',
    CONFIGURATION,
    'XKS_PROXY_INVALID_TLS_CONFIGURATION',
  ),
  unreachable: rule(
    `AWS KMS cannot communicate with the external key store proxy. This might be a transient network issue. ${REPORT}, verify that your external key store proxy is active and is connected to the network, and that its endpoint URI is correct in your external key store.`,
    UNREACHABLE,
    'XKS_PROXY_NOT_REACHABLE',
  ),
  timedOut: rule(
    `AWS KMS rejected the request because the external key store proxy did not respond in time. Retry the request. ${REPORT}, report it to your external key store proxy administrator.`,
    UNREACHABLE,
    'XKS_PROXY_TIMED_OUT',
  ),
  authenticationFailed: rule(
    `${REJECTED} it could not authenticate AWS KMS. Verify the credentials for your external key store and update if necessary.`,
    'XksProxyIncorrectAuthenticationCredentialException',
    'INVALID_CREDENTIALS',
  ),
  accessDenied: rule(
    'The external key store proxy denied access to the operation. Verify that the user and the external key are both authorized for this operation, and try the request again.',
    CONFIGURATION,
    'XKS_PROXY_ACCESS_DENIED',
  ),
  unhealthy: rule(
    'The external key store proxy is in an unhealthy state. If you see this message repeatedly, notify your external key store proxy administrator.',
    UNREACHABLE,
    'XKS_PROXY_NOT_REACHABLE',
  ),
  throttled: rule(
    `${REJECTED.replace(' because', '')} due to a very high request rate. Reduce the frequency of your calls using KMS keys in this external key store.`,
    UNREACHABLE,
    'NETWORK_ERRORS',
  ),
  internal: rule(
    `${REJECTED} it cannot communicate with the external key manager. Verify that the external key store proxy configuration is correct and that the external key manager is available.`,
    RESPONSE,
    'XKS_PROXY_NOT_REACHABLE',
  ),
  unreadable: rule(
    `AWS KMS cannot interpret the response from the external key store proxy. ${REPORT}, consult your external key store proxy administrator.`,
    RESPONSE,
    'XKS_PROXY_INVALID_RESPONSE',
  ),
  unsupportedOperation: rule(
    `${REJECTED} it does not support the requested cryptographic operation.`,
    RESPONSE,
    'XKS_PROXY_INVALID_RESPONSE',
    INVALID_KEY,
  ),
  keyNotFound: rule(
    `${REJECTED} it could not find the external key.`,
    RESPONSE,
    'XKS_PROXY_INVALID_RESPONSE',
    'XksKeyNotFoundException',
  ),
  invalidKeyUsage: rule(
    `${REJECTED} the external key does not support the requested operation.`,
    RESPONSE,
    'XKS_PROXY_INVALID_RESPONSE',
    INVALID_KEY,
  ),
  invalidState: rule(
    `${REJECTED} the external key is not enabled in the external key manager.`,
    RESPONSE,
    'XKS_PROXY_INVALID_RESPONSE',
    INVALID_KEY,
  ),
} as const satisfies Record<string, FaultRule>;

export type ProxyFault = keyof typeof FAULTS;

function rule(text: string, management: string, code: ConnectionErrorCode, createKey = STATE): FaultRule {
  return { text, management, code, createKey };
}

export function faultForManagement(fault: ProxyFault): Refusal {
  return refuse(FAULTS[fault].management, FAULTS[fault].text);
}

export function faultForCreateKey(fault: ProxyFault): Refusal {
  return refuse(FAULTS[fault].createKey, FAULTS[fault].text);
}

export function connectionErrorOf(fault: ProxyFault): ConnectionErrorCode {
  return FAULTS[fault].code;
}

/** Faults that may pass by themselves, and that count against a proxy's reliability. fact: kms-engine 9.6 */
const RETRYABLE: readonly ProxyFault[] = ['unreachable', 'timedOut', 'throttled', 'internal'];
const RETRYABLE_TEXTS: ReadonlySet<string> = new Set(RETRYABLE.map((fault) => FAULTS[fault].text));

/**
 * What the proxy, or KMS for it, calls each fault. fact: kms-engine 9.6.
 * assumed: the names of those that have none there
 */
const EXCEPTIONS: Readonly<Record<ProxyFault, string>> = {
  invalidUriPath: 'InvalidUriPathException',
  tls: 'XksProxyInvalidTlsConfigurationException',
  unreachable: 'XksProxyUnreachableException',
  timedOut: 'DependencyTimeoutException',
  authenticationFailed: 'AuthenticationFailedException',
  accessDenied: 'AccessDeniedException',
  unhealthy: 'XksProxyUnhealthyException',
  throttled: 'ThrottlingException',
  internal: 'InternalException',
  unreadable: 'ValidationException',
  unsupportedOperation: 'UnsupportedOperationException',
  keyNotFound: 'KeyNotFoundException',
  invalidKeyUsage: 'InvalidKeyUsageException',
  invalidState: 'InvalidStateException',
};

export interface ProxyError {
  readonly exception: string;
  readonly isRetryable: boolean;
  /** The proxy was there to answer, or KMS waited until it gave up. */
  readonly isTimed: boolean;
}

const ERRORS: ReadonlyMap<string, ProxyError> = new Map(
  (Object.keys(FAULTS) as ProxyFault[]).map((fault) => [
    FAULTS[fault].text,
    {
      exception: EXCEPTIONS[fault],
      isRetryable: RETRYABLE.includes(fault),
      isTimed: fault !== 'unreachable' && fault !== 'tls',
    },
  ]),
);

/** What went wrong at a proxy, by the text of the refusal that KMS made of it. */
export function proxyErrorOf(text: string): ProxyError | undefined {
  return ERRORS.get(text);
}

export function isRetryableText(text: string): boolean {
  return RETRYABLE_TEXTS.has(text);
}

/**
 * A passing fault of a proxy that is otherwise reliable is told as KMS's own, which clients retry.
 * fact: kms-engine 9.4
 */
export function faultForCryptography(fault: ProxyFault, isReliable: () => boolean): Refusal {
  const { text } = FAULTS[fault];
  return RETRYABLE.includes(fault) && isReliable()
    ? refuse('KMSInternalException', text, 500)
    : refuse('KMSInvalidStateException', text);
}
