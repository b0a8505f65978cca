// After the build: writes each page's content security policy, with the hashes of its own inline scripts.
//   node scripts/csp.mjs out
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const marker = '<meta http-equiv="Content-Security-Policy"';

/**
 * @param {string} html
 * @returns {string[]} `'sha256-...'` of every inline script, each once
 */
export function inlineScriptHashes(html) {
  const hashes = [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/gi)]
    .filter(([, attributes = '']) => !/\ssrc\s*=/i.test(attributes))
    .map(([, , body = '']) => `'sha256-${createHash('sha256').update(body).digest('base64')}'`);
  return [...new Set(hashes)];
}

/**
 * frame-ancestors is missing because a meta tag cannot carry it: the server sends it as a header.
 * Inline styles are allowed because the editor and the diagrams place their own.
 * @param {readonly string[]} hashes
 */
export function policyFor(hashes) {
  return [
    "default-src 'none'",
    ["script-src 'self'", ...hashes].join(' '),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "manifest-src 'self'",
  ].join('; ');
}

/**
 * The policy stands first in <head>: what precedes it would escape it.
 * @param {string} html
 */
export function withPolicy(html) {
  const open = /<head\b[^>]*>/i.exec(html);
  if (!open) throw new Error('csp: expected a <head>, found none.');
  const bare = html.replace(new RegExp(`${marker}[^>]*>`, 'g'), '');
  const at = open.index + open[0].length;
  const policy = policyFor(inlineScriptHashes(bare));
  return `${bare.slice(0, at)}${marker} content="${policy}"/>${bare.slice(at)}`;
}

/** @param {string} dir */
export function sealPages(dir) {
  const pages = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.html'),
  );
  if (pages.length === 0) throw new Error(`csp: expected exported pages in ${dir}, found none.`);
  for (const page of pages) {
    const file = join(dir, page);
    writeFileSync(file, withPolicy(readFileSync(file, 'utf8')));
  }
  return pages.length;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) sealPages(process.argv[2] ?? 'out');
