import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { answer, type WireRequest, type WireResponse } from '../../lib/wire';
import { say } from '../say';
import { foreign } from './admission';
import { readBody } from './body';
import { Lab } from './lab';
import { endOfTurn } from './turn';

export interface EndpointOptions {
  /** 0 lets the system choose. */
  readonly port: number;
  readonly quotas: boolean;
  readonly seed: string;
}

const HOST = '127.0.0.1';

/** Serves the lab to AWS clients of this machine, and to no other. */
export function startEndpoint(options: EndpointOptions): Server {
  const server = createEndpoint(options);
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
    say(`KMS Lab endpoint ready at http://${HOST}:${port}`);
  });
  return server;
}

/** The server alone, not yet listening. */
export function createEndpoint(options: Pick<EndpointOptions, 'quotas' | 'seed'>): Server {
  const lab = new Lab(options);
  const server = createServer((request, response) => {
    serve(lab, request, response).catch((error: unknown) => {
      console.error('endpoint:', error);
      sendPlain(response, 500, 'InternalFailure');
    });
  });
  server.keepAliveTimeout = 60_000;
  server.on('clientError', (_error, socket) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n');
    else socket.destroy();
  });
  return server;
}

async function serve(lab: Lab, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await readBody(request).catch(() => 'gone' as const);
  if (body === 'gone') return void response.destroy();
  const stranger = foreign(request.headers);
  if (stranger) return sendPlain(response, 403, stranger.type, stranger.message);
  if (!body) return sendPlain(response, 413, 'RequestEntityTooLarge');
  const path = pathOf(request.url ?? '/');
  if (request.method !== 'POST') {
    return sendPlain(response, 405, 'MethodNotAllowed', `every request is a POST, found ${request.method}`);
  }
  if (path.startsWith('/_lab/')) return send(response, lab.control(path.slice('/_lab/'.length), body));
  lab.followClock();
  // Of the headers that may come twice, none is one the protocol reads.
  const headers = request.headers as WireRequest['headers'];
  const reply = answer(lab.cloud, { method: request.method, path, headers, body });
  await endOfTurn();
  send(response, reply);
}

/** A client that takes the endpoint for a proxy names the whole address. */
function pathOf(target: string): string {
  return target.replace(/^https?:\/\/[^/]+/i, '') || '/';
}

function send(response: ServerResponse, { status, headers, body }: WireResponse): void {
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
  response.end(body);
}

function sendPlain(response: ServerResponse, status: number, type: string, message?: string): void {
  if (response.headersSent) return void response.destroy();
  const body = Buffer.from(JSON.stringify({ __type: type, message }));
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1', 'content-length': body.length });
  response.end(body);
}
