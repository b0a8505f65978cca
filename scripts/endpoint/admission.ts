import type { IncomingHttpHeaders } from 'node:http';

const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;
const LOOPBACK_ORIGIN = /^https?:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/**
 * A web page elsewhere could aim its visitor's browser at this port. It cannot forge the Host it was reached by, nor
 * hide its Origin: both must be of this machine. Answers why a request is turned away.
 */
export function admits({ host, origin }: IncomingHttpHeaders): string | undefined {
  if (host === undefined || !LOOPBACK.test(host)) return 'ForeignHost';
  if (origin !== undefined && !LOOPBACK_ORIGIN.test(origin)) return 'ForeignOrigin';
  return undefined;
}
