import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEndpoint } from '../endpoint/server';
import type { Result } from './report';

const CONNECTIONS = 8;
const SECONDS = 3;

interface Note {
  readonly operation: string;
  /** Absent when the measuring begins. */
  readonly count?: number;
  readonly ms?: number;
}

/** How often a second an operation was answered: by the clock, and by the server's own processor time. */
interface Rate {
  readonly operation: string;
  readonly byClock: number;
  readonly byProcessor: number;
}

/**
 * The endpoint under eight keep-alive connections of another process, beside a server of Node's that answers every
 * request with the same text: what HTTP costs by itself.
 */
export async function endpointResults(): Promise<Result[]> {
  const rates = await ratesOf(createEndpoint({ quotas: false, seed: 'bench' }));
  const bare = await ratesOf(createServer(answerAlike));
  return rates.flatMap(({ operation, byClock, byProcessor }, i) => [
    compared(`Endpoint ${operation}, by the clock`, byClock, bare[i]?.byClock),
    compared(`Endpoint ${operation}`, byProcessor, bare[i]?.byProcessor),
  ]);
}

function compared(name: string, opsPerSecond: number, rawPerSecond = Number.NaN): Result {
  return { name, opsPerSecond, rawPerSecond, ratioToRaw: opsPerSecond / rawPerSecond };
}

async function ratesOf(server: Server): Promise<readonly Rate[]> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const folder = mkdtempSync(join(tmpdir(), 'kms-lab-bench-'));
  const script = join(folder, 'client.cjs');
  writeFileSync(script, CLIENT);
  const client = fork(script, [String(port), String(CONNECTIONS), String(SECONDS)], { execArgv: [] });
  const rates: Rate[] = [];
  let before = process.cpuUsage();
  client.on('message', ({ operation, count, ms }: Note) => {
    if (count === undefined || ms === undefined) {
      before = process.cpuUsage();
      return;
    }
    const { user, system } = process.cpuUsage(before);
    rates.push({ operation, byClock: (count / ms) * 1000, byProcessor: count / ((user + system) / 1e6) });
  });
  await once(client, 'exit');
  rmSync(folder, { recursive: true });
  server.closeAllConnections();
  server.close();
  return rates;
}

/** As long as an answer of Encrypt, and with what the client asks of CreateKey. */
const ALIKE = JSON.stringify({ KeyMetadata: { KeyId: 'k' }, CiphertextBlob: 'A'.repeat(256) });

function answerAlike(request: IncomingMessage, response: ServerResponse): void {
  request.resume().on('end', () => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': ALIKE.length });
    response.end(ALIKE, 'latin1');
  });
}

/** Plain Node, one request after the other on each connection. */
const CLIENT = `
const http = require('node:http');
const [port, connections, seconds] = process.argv.slice(2).map(Number);
const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
const authorization =
  'AWS4-HMAC-SHA256 Credential=AKIABENCH/20261122/eu-west-1/kms/aws4_request, SignedHeaders=host, Signature=0';
function send(operation, body) {
  return new Promise((resolve, reject) => {
    const headers = {
      authorization,
      'content-type': 'application/x-amz-json-1.1',
      'content-length': Buffer.byteLength(body),
      'x-amz-target': 'TrentService.' + operation,
    };
    const request = http.request({ agent, host: '127.0.0.1', port, method: 'POST', path: '/', headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk) => { text += chunk; });
      response.on('end', () => response.statusCode === 200 ? resolve(text) : reject(new Error(text)));
    });
    request.on('error', reject);
    request.end(body);
  });
}
async function run(operation, body, ms, least) {
  const start = performance.now();
  let count = 0;
  const connection = async () => {
    while (performance.now() < start + ms || count < least) { await send(operation, body); count += 1; }
  };
  await Promise.all(Array.from({ length: connections }, connection));
  return { operation, count, ms: performance.now() - start };
}
async function measure(operation, body) {
  await run(operation, body, 0, 8000);
  process.send({ operation });
  process.send(await run(operation, body, seconds * 1000, 0));
}
(async () => {
  const { KeyMetadata: { KeyId } } = JSON.parse(await send('CreateKey', '{}'));
  const plain = { KeyId, Plaintext: Buffer.alloc(32).toString('base64'), EncryptionContext: { tenant: 'acme' } };
  const { CiphertextBlob } = JSON.parse(await send('Encrypt', JSON.stringify(plain)));
  await measure('Encrypt', JSON.stringify(plain));
  await measure('Decrypt', JSON.stringify({ CiphertextBlob, EncryptionContext: { tenant: 'acme' } }));
  agent.destroy();
  process.disconnect();
})();
`;
