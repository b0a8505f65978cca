import { type IncomingHttpHeaders, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createEndpoint } from './server';

export interface Running {
  readonly port: number;
  readonly server: Server;
  close(): Promise<void>;
}

/** The endpoint in this process, on a port the system chose. */
export async function runningEndpoint(quotas = false): Promise<Running> {
  const server = createEndpoint({ quotas, seed: 'test' });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return { port, server, close };
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

export interface HttpQuestion {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: string | Uint8Array;
}

export function http(
  port: number,
  { method = 'POST', path = '/', headers, body }: HttpQuestion,
): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port, method, path, headers: { ...headers } }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (chunk: string) => {
        text += chunk;
      });
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

export const SIGNED = {
  authorization:
    'AWS4-HMAC-SHA256 Credential=AKIAANYBODY/20261122/eu-west-1/kms/aws4_request, SignedHeaders=host, Signature=0',
  'content-type': 'application/x-amz-json-1.1',
};

export function kms(port: number, operation: string, input: unknown = {}): Promise<HttpAnswer> {
  const headers = { ...SIGNED, 'x-amz-target': `TrentService.${operation}` };
  return http(port, { headers, body: JSON.stringify(input) });
}

/** A control of the lab: `reset`, `clock`, `quotas`. */
export async function control(port: number, what: string, body: unknown = {}) {
  const { status, text } = await http(port, { path: `/_lab/${what}`, body: JSON.stringify(body) });
  return [status, JSON.parse(text)] as const;
}
