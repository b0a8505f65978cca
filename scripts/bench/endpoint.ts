import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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

/** The endpoint under eight keep-alive connections of another process: by the clock, and by its own processor time. */
export async function endpointResults(): Promise<Result[]> {
  const server = createEndpoint({ quotas: false, seed: 'bench' });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const folder = mkdtempSync(join(tmpdir(), 'kms-lab-bench-'));
  const script = join(folder, 'client.cjs');
  writeFileSync(script, CLIENT);
  const client = fork(script, [String(port), String(CONNECTIONS), String(SECONDS)], { execArgv: [] });
  const results: Result[] = [];
  let before = process.cpuUsage();
  client.on('message', (note: Note) => {
    if (note.count === undefined || note.ms === undefined) before = process.cpuUsage();
    else results.push(...resultsOf(note.operation, note.count, note.ms, process.cpuUsage(before)));
  });
  await once(client, 'exit');
  rmSync(folder, { recursive: true });
  server.closeAllConnections();
  server.close();
  return results;
}

function resultsOf(operation: string, count: number, ms: number, cpu: NodeJS.CpuUsage): Result[] {
  const cpuSeconds = (cpu.user + cpu.system) / 1e6;
  return [
    { name: `Endpoint ${operation}, by the clock`, opsPerSecond: (count / ms) * 1000 },
    { name: `Endpoint ${operation}`, opsPerSecond: count / cpuSeconds },
  ];
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
async function run(operation, body, ms) {
  const start = performance.now();
  let count = 0;
  const connection = async () => {
    while (performance.now() < start + ms) { await send(operation, body); count += 1; }
  };
  await Promise.all(Array.from({ length: connections }, connection));
  return { operation, count, ms: performance.now() - start };
}
async function measure(operation, body) {
  await run(operation, body, 1000);
  process.send({ operation });
  process.send(await run(operation, body, seconds * 1000));
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
