import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { explain, headersFor, readPort, resolvePath, siteServer } from './serve.mjs';

let dir = '';
let server: Server;

interface Answer {
  status: number | undefined;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** Sends the path as it is: fetch would tidy `..` away before it reaches the server. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }),
      );
    });
    sent.on('error', reject).end();
  });
}

beforeAll(async () => {
  const above = mkdtempSync(join(tmpdir(), 'kms-lab-serve-'));
  dir = join(above, 'out');
  mkdirSync(join(dir, 'labs', 'empty'), { recursive: true });
  mkdirSync(join(dir, '_next', 'static'), { recursive: true });
  writeFileSync(join(above, 'secret.txt'), 'outside');
  writeFileSync(join(dir, 'index.html'), '<p>home</p>');
  writeFileSync(join(dir, '404.html'), '<p>nothing here</p>');
  writeFileSync(join(dir, 'labs', 'index.html'), '<p>labs</p>');
  writeFileSync(join(dir, 'labs', 'index.txt'), 'labs payload');
  writeFileSync(join(dir, '_next', 'static', 'a1.js'), 'export {};');
  server = siteServer(dir);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  server.close();
  rmSync(join(dir, '..'), { recursive: true, force: true });
});

describe('the static server', () => {
  it('answers pages by their clean address', async () => {
    const answers = await Promise.all(['/', '/labs/', '/labs/index.txt?_rsc=1'].map((path) => ask(path)));
    expect(answers.map(({ status, body }) => [status, body.toString()])).toEqual([
      [200, '<p>home</p>'],
      [200, '<p>labs</p>'],
      [200, 'labs payload'],
    ]);
  });

  it('adds the missing slash and keeps the query', async () => {
    const { status, headers } = await ask('/labs?step=3');
    expect([status, headers.location]).toEqual([308, '/labs/?step=3']);
  });

  it('never redirects to another host', async () => {
    const { headers } = await ask('//labs');
    expect(headers.location).toBe('/labs/');
  });

  it('answers an unknown address with the 404 page', async () => {
    const answers = await Promise.all(['/nothing', '/labs/empty/', '/index.html/'].map((path) => ask(path)));
    expect(answers.map(({ status, body }) => [status, body.toString()])).toEqual([
      [404, '<p>nothing here</p>'],
      [404, '<p>nothing here</p>'],
      [404, '<p>nothing here</p>'],
    ]);
  });

  it.each([
    '/../secret.txt',
    '/labs/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/%',
    '/%00',
  ])('refuses %s', async (path) => {
    const { status, body } = await ask(path);
    expect([status, body.toString()]).toEqual([400, 'This address cannot be read.\n']);
  });

  it('answers HEAD without a body and refuses what would change something', async () => {
    const head = await ask('/', {}, 'HEAD');
    expect([head.status, head.body.length, head.headers['content-length']]).toEqual([200, 0, '11']);
    const post = await ask('/', {}, 'POST');
    expect([post.status, post.headers.allow]).toEqual([405, 'GET, HEAD']);
  });

  it('answers 304 to who has the content already', async () => {
    const first = await ask('/');
    const again = await ask('/', { 'if-none-match': String(first.headers.etag) });
    expect([again.status, again.body.length]).toEqual([304, 0]);
  });

  it('compresses text for who can read it', async () => {
    const { headers, body } = await ask('/labs/', { 'accept-encoding': 'gzip, br' });
    expect(headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(body).toString()).toBe('<p>labs</p>');
  });
});

describe('headers', () => {
  it('guard a page', () => {
    expect(headersFor('labs/index.html')).toEqual({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cache-control': 'no-cache',
    });
  });

  it('give a script the policy its worker will obey, and let hashed files be kept for good', () => {
    expect(headersFor('_next/static/a1.js')).toMatchObject({
      'content-security-policy': expect.stringContaining("connect-src 'self'"),
      'cache-control': 'public, max-age=31536000, immutable',
    });
  });
});

describe('starting', () => {
  it('reads a port and names what is none', () => {
    expect(readPort('4317')).toBe(4317);
    expect(() => readPort('70000')).toThrow('expected a port between 0 and 65535, found "70000"');
    expect(() => readPort('http')).toThrow('found "http"');
  });

  it('says what to do when the port is taken', () => {
    const busy = Object.assign(new Error('busy'), { code: 'EADDRINUSE' });
    expect(explain(busy, '127.0.0.1', 3000)).toContain('PORT=3001 npm start');
  });

  it('does not mistake a folder without a page for one', () => {
    expect(resolvePath(dir, '/labs/empty')).toEqual({ missing: true });
  });
});
