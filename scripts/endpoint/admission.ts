import type { IncomingHttpHeaders } from 'node:http';

const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i;
const LOOPBACK_ORIGIN = /^https?:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/** Why a request is turned away. */
export interface Foreign {
  readonly type: 'ForeignHost' | 'ForeignOrigin';
  readonly message: string;
}

/**
 * A web page elsewhere could aim its visitor's browser at this port. It cannot forge the Host it was reached by, nor
 * hide its Origin: both must be of this machine.
 */
export function foreign({ host, origin }: IncomingHttpHeaders): Foreign | undefined {
  if (host === undefined || !LOOPBACK.test(host)) {
    return { type: 'ForeignHost', message: `Host wants localhost or 127.0.0.1, found ${host ?? 'nothing'}` };
  }
  if (origin !== undefined && !LOOPBACK_ORIGIN.test(origin)) {
    return { type: 'ForeignOrigin', message: `Origin wants a page of this machine, found ${origin}` };
  }
  return undefined;
}
