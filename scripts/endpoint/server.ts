import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { answer, type WireResponse } from '../../lib/wire';
import { admits } from './admission';
import { Lab } from './lab';

export interface EndpointOptions {
  /** 0 lets the system choose. */
  readonly port: number;
  readonly quotas: boolean;
  readonly seed: string;
}

const HOST = '127.0.0.1';
/** More than any request AWS would take; larger ones are refused before they are read whole. */
const BODY_LIMIT = 1024 * 1024;

/** Serves the lab to AWS clients of this machine, and to no other. */
export function startEndpoint(options: EndpointOptions) {
  const lab = new Lab(options);
  const server = createServer((request, response) => {
    serve(lab, request, response).catch(() => sendPlain(response, 500, 'InternalFailure'));
  });
  server.keepAliveTimeout = 60_000;
  server.on('clientError', (_error, socket) =>
    socket.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n'),
  );
  server.on('error', (error: NodeJS.ErrnoException) => {
    const why =
      error.code === 'EADDRINUSE'
        ? `port ${options.port} is in use; choose another with --port`
        : error.message;
    console.error(`endpoint: ${why}`);
    process.exitCode = 1;
  });
  server.listen(options.port, HOST, () => {
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : options.port;
    console.info(`KMS Lab endpoint ready at http://${HOST}:${port}`);
  });
  return server;
}

async function serve(lab: Lab, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const refusal = admits(request.headers);
  if (refusal) return sendPlain(response, 403, refusal);
  const body = await readBody(request);
  if (!body) return sendPlain(response, 413, 'RequestEntityTooLarge');
  const path = request.url ?? '/';
  if (request.method !== 'POST') return sendPlain(response, 405, 'MethodNotAllowed');
  if (path.startsWith('/_lab/')) return send(response, lab.control(path.slice('/_lab/'.length), body));
  lab.followClock();
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : value,
    ]),
  );
  send(response, answer(lab.cloud, { method: request.method, path, headers, body }));
}

/** Undefined when it is longer than the limit; the rest is then not read. */
async function readBody(request: IncomingMessage): Promise<Uint8Array | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > BODY_LIMIT) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function send(response: ServerResponse, { status, headers, body }: WireResponse): void {
  response.writeHead(status, { ...headers, 'content-length': body.length });
  response.end(body);
}

function sendPlain(response: ServerResponse, status: number, type: string): void {
  if (response.headersSent) return void response.destroy();
  const body = JSON.stringify({ __type: type });
  const close = status === 413 ? { connection: 'close' } : {};
  response.writeHead(status, {
    'content-type': 'application/x-amz-json-1.1',
    'content-length': body.length,
    ...close,
  });
  response.end(body);
}
