import { type AnyOperation, asClientsSee, type Refusal, type RequestSource } from '../../aws';
import type { CliHost } from './cli-host';
import { connectionError, isUnreached } from './endpoints';
import { serviceError } from './errors';

/** The request line of a command, without its input. */
export interface Sender {
  readonly host: CliHost;
  readonly operation: AnyOperation;
  readonly region: string;
  readonly credentials: string;
  readonly source?: RequestSource | undefined;
  /** The address the requests go to, where it is not the service's usual one. */
  readonly endpointUrl?: string | undefined;
}

const THROTTLED: readonly string[] = [
  'BandwidthLimitExceeded',
  'LimitExceededException',
  'PriorRequestNotComplete',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'RequestThrottled',
  'RequestThrottledException',
  'SlowDown',
  'ThrottledException',
  'Throttling',
  'ThrottlingException',
  'TooManyRequestsException',
  'TransactionInProgressException',
];
const TRANSIENT: readonly string[] = ['RequestTimeout', 'RequestTimeoutException'];

/** Requests in all for one answer, in the CLI's standard retry mode. */
const MAX_ATTEMPTS = 3;
const FIRST_WAIT_MS = 500;

/**
 * Sends a request and, while the service is too busy or broken, sends it again after a wait that doubles.
 * assumed: the wait is the middle of the CLI's random one, so that a run can be repeated.
 * @throws CliError with the service's refusal.
 */
export async function sendWithRetries(
  sender: Sender,
  input: Readonly<Record<string, unknown>>,
): Promise<Readonly<Record<string, unknown>>> {
  const { host, operation, region, credentials, source } = sender;
  const request = {
    service: operation.service,
    operation: operation.name,
    region,
    credentials,
    input,
    source,
  };
  const attempts = maxAttempts(host.env);
  for (let attempt = 1; ; attempt++) {
    const answer = await host.port.send(request);
    if (answer.ok) return answer.output;
    if (isUnreached(answer.refusal)) throw connectionError(operation.service, region, sender.endpointUrl);
    const refusal = asClientsSee(answer.refusal, operation.service);
    if (attempt >= attempts) throw serviceError(refusal, operation.name, attempt - 1);
    if (!isRetryable(refusal)) throw serviceError(refusal, operation.name);
    await host.port.advance(FIRST_WAIT_MS * 2 ** (attempt - 1));
  }
}

function isRetryable({ name, status }: Refusal): boolean {
  return THROTTLED.includes(name) || TRANSIENT.includes(name) || [500, 502, 503, 504].includes(status);
}

function maxAttempts(env: Readonly<Record<string, string>>): number {
  const wanted = Number(env.AWS_MAX_ATTEMPTS ?? MAX_ATTEMPTS);
  return Number.isInteger(wanted) && wanted > 0 ? wanted : MAX_ATTEMPTS;
}
