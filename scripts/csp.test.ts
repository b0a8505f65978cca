import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { inlineScriptHashes, withPolicy } from './csp.mjs';

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const page = `<!DOCTYPE html><html><head class="x"><meta charSet="utf-8"/><script>a()</script></head>
<body><script src="/b.js" async=""></script><script id="_R_">c('<p>')</script><script>a()</script></body></html>`;

describe('the content security policy', () => {
  it('hashes each inline script once and no other', () => {
    expect(inlineScriptHashes(page)).toEqual([hashOf('a()'), hashOf("c('<p>')")]);
  });

  it('stands first in the head and allows only what the page has', () => {
    expect(withPolicy(page)).toContain(
      `<head class="x"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; ` +
        `script-src 'self' ${hashOf('a()')} ${hashOf("c('<p>')")}; style-src 'self' 'unsafe-inline'; ` +
        `img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; object-src 'none'; ` +
        `base-uri 'none'; form-action 'none'; manifest-src 'self'"/><meta charSet="utf-8"/>`,
    );
  });

  it('is replaced, not repeated, when a page is sealed twice', () => {
    expect(withPolicy(withPolicy(page))).toBe(withPolicy(page));
  });

  it('refuses a page without a head', () => {
    expect(() => withPolicy('<p>no page</p>')).toThrow('expected a <head>, found none');
  });
});
