// Serves the exported site. Plain Node: it is what `npm start` ends in and what the browser tests run against.
//   node scripts/serve.mjs [--port 3000] [--host 127.0.0.1] [--dir out]
import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';

const DEFAULT_PORT = 3000;

/** @type {Record<string, string>} */
const mimeTypes = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
};
const compressible = /^(text\/|application\/(json|manifest|xml|wasm)|image\/svg)/;

// A worker obeys the policy of its own response, not of the page that started it, so scripts carry one too.
const scriptPolicy =
  "default-src 'none'; script-src 'self'; connect-src 'self'; worker-src 'self'; font-src 'self'";
const frames = "frame-ancestors 'none'";

/**
 * @param {string} path of the file inside the export
 * @returns {Record<string, string>}
 */
export function headersFor(path) {
  const type = mimeTypes[extname(path)] ?? 'application/octet-stream';
  const script = type.startsWith('text/javascript');
  return {
    'content-type': type,
    'content-security-policy': script ? `${scriptPolicy}; ${frames}` : frames,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    // File names under static/ carry a hash of their content; everything else is asked for again.
    'cache-control': path.startsWith('_next/static/') ? 'public, max-age=31536000, immutable' : 'no-cache',
  };
}

/**
 * Finds what a request path means in an export with trailing slashes.
 * @param {string} dir absolute path of the export
 * @param {string} requested path of the URL, still percent-encoded
 * @returns {{ file: string } | { redirect: string } | { bad: true } | { missing: true }}
 */
export function resolvePath(dir, requested) {
  let path;
  try {
    path = decodeURIComponent(requested);
  } catch {
    return { bad: true };
  }
  const segments = path.split('/').filter((segment) => segment !== '');
  if (segments.some((segment) => segment === '..' || segment === '.' || /[\\\0]/.test(segment)))
    return { bad: true };
  const inside = segments.join('/');
  const found = statSync(join(dir, inside), { throwIfNoEntry: false });
  if (found?.isFile() && !path.endsWith('/')) return { file: inside };
  const page = `${inside}${inside ? '/' : ''}index.html`;
  if (!found?.isDirectory() || !statSync(join(dir, page), { throwIfNoEntry: false }))
    return { missing: true };
  // Rebuilt from the segments, so that a path such as //host cannot turn into an address elsewhere.
  if (!path.endsWith('/')) return { redirect: `/${segments.map(encodeURIComponent).join('/')}/` };
  return { file: page };
}

/**
 * @param {string} dir
 * @returns {(path: string, gzip: boolean) => { bytes: Buffer, etag: string, gzipped: boolean }}
 */
function reader(dir) {
  /** @type {Map<string, Buffer>} compressed once per content, as several learners may share one server */
  const compressed = new Map();
  return (path, gzip) => {
    const file = join(dir, path);
    const { size, mtimeMs } = statSync(file);
    const etag = `"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`;
    const bytes = readFileSync(file);
    if (!gzip || !compressible.test(mimeTypes[extname(path)] ?? '')) return { bytes, etag, gzipped: false };
    const key = `${path} ${etag}`;
    const packed = compressed.get(key) ?? gzipSync(bytes, { level: 6 });
    compressed.set(key, packed);
    return { bytes: packed, etag, gzipped: true };
  };
}

/**
 * @param {string} dir absolute path of the export
 * @returns {import('node:http').Server}
 */
export function siteServer(dir) {
  const read = reader(dir);
  return createServer((request, response) => {
    const { pathname, search } = splitUrl(request.url ?? '/');
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response
        .writeHead(405, { allow: 'GET, HEAD', ...headersFor('answer.txt') })
        .end('Only GET and HEAD are answered.\n');
      return;
    }
    const target = resolvePath(dir, pathname);
    if ('redirect' in target) {
      response.writeHead(308, { ...headersFor('answer.txt'), location: `${target.redirect}${search}` }).end();
      return;
    }
    if ('bad' in target) {
      response.writeHead(400, headersFor('answer.txt')).end('This address cannot be read.\n');
      return;
    }
    sendFile(request, response, read, target);
  });
}

/** @param {string} url */
function splitUrl(url) {
  const cut = url.indexOf('?');
  return cut < 0 ? { pathname: url, search: '' } : { pathname: url.slice(0, cut), search: url.slice(cut) };
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {ReturnType<typeof reader>} read
 * @param {{ file: string } | { missing: true }} target
 */
function sendFile(request, response, read, target) {
  const status = 'file' in target ? 200 : 404;
  const path = 'file' in target ? target.file : '404.html';
  let content;
  try {
    content = read(path, /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? '')));
  } catch {
    response.writeHead(status === 404 ? 404 : 503, headersFor('answer.txt'));
    response.end(
      status === 404 ? 'There is no page at this address.\n' : 'The site is being built again. Reload.\n',
    );
    return;
  }
  const { bytes, etag, gzipped } = content;
  /** @type {Record<string, string | number>} */
  const headers = { ...headersFor(path), etag, vary: 'accept-encoding' };
  if (gzipped) headers['content-encoding'] = 'gzip';
  if (status === 200 && request.headers['if-none-match'] === etag) {
    response.writeHead(304, headers).end();
    return;
  }
  headers['content-length'] = bytes.length;
  response.writeHead(status, headers).end(request.method === 'HEAD' ? undefined : bytes);
}

/**
 * @param {string} text
 * @returns {number}
 */
export function readPort(text) {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new Error(`serve: expected a port between 0 and 65535, found "${text}".`);
}

function main() {
  const { values } = parseArgs({
    options: { port: { type: 'string' }, host: { type: 'string' }, dir: { type: 'string' } },
  });
  const port = readPort(values.port ?? process.env.PORT ?? String(DEFAULT_PORT));
  const host = values.host ?? '127.0.0.1';
  const dir = values.dir ?? join(fileURLToPath(new URL('..', import.meta.url)), 'out');
  if (!statSync(join(dir, 'index.html'), { throwIfNoEntry: false })) {
    throw new Error(`serve: expected the built site in ${dir}, found none. Run: npm run build`);
  }
  const server = siteServer(dir.endsWith(sep) ? dir.slice(0, -1) : dir);
  server.on('error', (error) => fail(explain(/** @type {NodeJS.ErrnoException} */ (error), host, port)));
  server.listen(port, host, () => {
    const address = /** @type {import('node:net').AddressInfo} */ (server.address());
    const name = host === '127.0.0.1' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
    process.stdout.write(`KMS Lab is ready at http://${name}:${address.port}/\n`);
  });
  const stop = () => {
    server.close(() => process.exit(0));
    server.closeAllConnections();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

/**
 * @param {NodeJS.ErrnoException} error
 * @param {string} host
 * @param {number} port
 */
export function explain(error, host, port) {
  if (error.code === 'EADDRINUSE') {
    return (
      `Port ${port} on ${host} is in use by another program (perhaps KMS Lab itself: open http://localhost:${port}/).\n` +
      `Stop it, or choose another port: PORT=${port + 1} npm start`
    );
  }
  if (error.code === 'EACCES')
    return `Port ${port} may not be opened by this user. Choose one above 1023: PORT=3000 npm start`;
  return `The server could not start on ${host}:${port}: ${error.message}`;
}

/** @param {string} message */
function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    main();
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error));
  }
}
