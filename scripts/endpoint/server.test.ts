import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { control, http, kms, type Running, runningEndpoint, SIGNED } from './endpoint.testkit';

let endpoint: Running;
beforeEach(async () => {
  endpoint = await runningEndpoint();
});
afterEach(() => endpoint.close());

async function keyCount(): Promise<number> {
  return JSON.parse((await kms(endpoint.port, 'ListKeys')).text).Keys.length;
}

describe('who is let in', () => {
  it.each([
    [{ host: 'kms.example.com' }, 'ForeignHost', 'Host wants localhost or 127.0.0.1'],
    [{ host: '127.0.0.1.example.com' }, 'ForeignHost', 'Host wants localhost or 127.0.0.1'],
    [{ host: '192.168.0.7:4599' }, 'ForeignHost', 'Host wants localhost or 127.0.0.1'],
    [{ origin: 'https://example.com' }, 'ForeignOrigin', 'Origin wants a page of this machine'],
    [{ origin: 'http://localhost.example.com' }, 'ForeignOrigin', 'Origin wants a page of this machine'],
    [{ origin: 'null' }, 'ForeignOrigin', 'Origin wants a page of this machine'],
  ])('not %o', async (headers, __type, wants) => {
    const wanted = { ...SIGNED, 'x-amz-target': 'TrentService.CreateKey', ...headers };
    const got = await http(endpoint.port, { headers: wanted, body: '{}' });
    const message = `${wants}, found ${Object.values(headers)[0]}`;
    expect([got.status, JSON.parse(got.text)]).toEqual([403, { __type, message }]);
    const reset = await http(endpoint.port, { path: '/_lab/reset', headers });
    expect(reset.status).toBe(403);
    expect(await keyCount()).toBe(0);
  });

  it.each([
    { host: 'localhost' },
    { host: 'LocalHost:4599' },
    { host: '[::1]:4599' },
    { origin: 'http://localhost:3000' },
  ])('but %o', async (headers) => {
    const wanted = { ...SIGNED, 'x-amz-target': 'TrentService.ListKeys', ...headers };
    expect((await http(endpoint.port, { headers: wanted, body: '{}' })).status).toBe(200);
  });
});

describe('requests over HTTP', () => {
  it('are answered with length, content type and request id', async () => {
    const got = await kms(endpoint.port, 'ListKeys');
    expect(got).toMatchObject({
      status: 200,
      text: '{"Keys":[],"Truncated":false}',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'content-length': '29',
        'x-amzn-requestid': expect.stringMatching(/^[0-9a-f-]{36}$/),
      },
    });
  });

  it('share a connection', async () => {
    const connections = new Set<unknown>();
    endpoint.server.on('connection', (socket) => connections.add(socket));
    for (let i = 0; i < 20; i++) expect((await kms(endpoint.port, 'ListKeys')).status).toBe(200);
    expect(connections.size).toBe(1);
  });

  it('may be a megabyte long and no longer, and the connection goes on', async () => {
    const headers = { ...SIGNED, 'x-amz-target': 'TrentService.ListKeys' };
    const padded = (bytes: number) => ({ headers, body: `{}${' '.repeat(bytes - 2)}` });
    expect((await http(endpoint.port, padded(1024 * 1024))).status).toBe(200);
    const got = await http(endpoint.port, padded(1024 * 1024 + 1));
    expect([got.status, got.text]).toEqual([413, '{"__type":"RequestEntityTooLarge"}']);
    expect((await http(endpoint.port, padded(20 * 1024 * 1024))).status).toBe(413);
    expect(await keyCount()).toBe(0);
  });

  it('are posted', async () => {
    for (const method of ['GET', 'PUT', 'DELETE', 'OPTIONS']) {
      expect((await http(endpoint.port, { method, headers: SIGNED })).status).toBe(405);
    }
    const { text } = await http(endpoint.port, { method: 'GET', path: '/_lab/clock' });
    expect(JSON.parse(text)).toEqual({
      __type: 'MethodNotAllowed',
      message: 'every request is a POST, found GET',
    });
    const elsewhere = { ...SIGNED, 'x-amz-target': 'TrentService.ListKeys' };
    expect((await http(endpoint.port, { path: '/other', headers: elsewhere, body: '{}' })).status).toBe(404);
  });

  it('may name the whole address, as to a proxy', async () => {
    const headers = { ...SIGNED, 'x-amz-target': 'TrentService.ListKeys' };
    for (const path of [`http://127.0.0.1:${endpoint.port}/`, `http://LOCALHOST:${endpoint.port}`]) {
      expect((await http(endpoint.port, { path, headers, body: '{}' })).status).toBe(200);
    }
  });

  it('that are no HTTP, or end too early, hurt nobody', async () => {
    await rawly('\u0016\u0003\u0001 hello\r\n\r\n');
    await rawly('POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\n\r\n{"a":');
    await rawly('POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n');
    expect(await keyCount()).toBe(0);
  });
});

/** Sends bytes, hangs up a moment later and waits for the end. */
function rawly(text: string): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(endpoint.port, '127.0.0.1', () => {
      socket.write(text, 'latin1');
      setTimeout(() => socket.destroy(), 30);
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve());
  });
}

describe('the lab around it', () => {
  it('starts again empty', async () => {
    await kms(endpoint.port, 'CreateKey');
    expect(await keyCount()).toBe(1);
    expect(await control(endpoint.port, 'reset')).toEqual([200, {}]);
    expect(await keyCount()).toBe(0);
  });

  it('follows real time, and goes ahead of it when told', async () => {
    const key = JSON.parse((await kms(endpoint.port, 'CreateKey', { MultiRegion: true })).text).KeyMetadata;
    expect(Math.abs(key.CreationDate - Date.now() / 1000)).toBeLessThan(5);
    const answer = await kms(endpoint.port, 'ReplicateKey', {
      KeyId: key.KeyId,
      ReplicaRegion: 'eu-central-1',
    });
    expect(JSON.parse(answer.text).ReplicaKeyMetadata.KeyState).toBe('Creating');
    const [status, { now }] = await control(endpoint.port, 'clock', { advanceSeconds: 3600 });
    expect([status, Math.abs(now - 3600 - Date.now() / 1000) < 5]).toEqual([200, true]);
    const headers = {
      ...SIGNED,
      authorization: SIGNED.authorization.replace('eu-west-1', 'eu-central-1'),
      'x-amz-target': 'TrentService.DescribeKey',
    };
    const replica = await http(endpoint.port, { headers, body: JSON.stringify({ KeyId: key.KeyId }) });
    expect(JSON.parse(replica.text).KeyMetadata.KeyState).toBe('Enabled');
  });

  it('has no request-rate quotas until they are switched on', async () => {
    const burst = async () => {
      const statuses: number[] = [];
      for (let i = 0; i < 12; i++) statuses.push((await kms(endpoint.port, 'CreateKey')).status);
      return statuses.filter((status) => status === 400).length;
    };
    expect(await burst()).toBe(0);
    expect(await control(endpoint.port, 'quotas', { enabled: true })).toEqual([200, { enabled: true }]);
    expect(await burst()).toBeGreaterThan(0);
    expect(await control(endpoint.port, 'quotas', { enabled: false })).toEqual([200, { enabled: false }]);
    expect(await burst()).toBe(0);
  });

  it.each([
    ['clock', {}, 'advanceSeconds wants a number from 0 to 3162240000, found nothing'],
    ['clock', { advanceSeconds: -1 }, 'advanceSeconds wants a number from 0 to 3162240000, found -1'],
    ['clock', { advanceSeconds: '1' }, 'advanceSeconds wants a number from 0 to 3162240000, found "1"'],
    ['quotas', { enabled: 'yes' }, 'enabled wants true or false, found "yes"'],
    ['quotas', [], 'the body is not a JSON object'],
    ['quotas', { enabled: true, kms: 5 }, '/_lab/quotas wants enabled alone, found "kms"'],
    ['clock', { seconds: 5 }, '/_lab/clock wants advanceSeconds alone, found "seconds"'],
    ['reset', { seed: 'other' }, '/_lab/reset wants no members, found "seed"'],
  ])('refuses /_lab/%s with %o', async (what, body, message) => {
    expect(await control(endpoint.port, what, body)).toEqual([400, { message }]);
  });

  it('names its controls when asked for another', async () => {
    expect(await control(endpoint.port, 'other')).toEqual([
      404,
      { message: '/_lab/other is not offered; there are reset, clock and quotas' },
    ]);
  });
});
