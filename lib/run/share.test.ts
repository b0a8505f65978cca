import { deflateRawSync, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problemSentence } from '../reading';
import { BOUNDS, type PortableRun } from './portable';
import { type Compression, fromShareText, LONGEST_LINK, toShareText } from './share';

const zlib: Compression = {
  deflate: async (bytes) => deflateRawSync(bytes),
  inflate: async (bytes, limit) => inflateRawSync(bytes, { maxOutputLength: limit }),
};

const hash = (text: string) => text.repeat(16).slice(0, 16);

const RUN: PortableRun = {
  product: '0.1.0',
  scenario: 'sandbox',
  seed: 'seed-1',
  startMs: Date.UTC(2026, 10, 22, 10),
  setup: hash('5'),
  cells: [
    {
      source: 'KEY=$(aws kms create-key --query KeyMetadata.KeyId --output text)',
      origin: 'typed',
      after: -1,
      hash: hash('a'),
    },
    {
      source: 'while true; do :; done',
      origin: 'pasted',
      after: 0,
      hash: hash('b'),
      stopped: { requests: 3, toMs: Date.UTC(2026, 10, 22, 11) },
    },
    { source: 'aws kms list-keys', origin: 'guide', after: 0, hash: hash('c') },
  ],
  head: 2,
  answers: { 'step-1.prediction': 'error' },
  state: '0'.repeat(64),
};

const portable: fc.Arbitrary<PortableRun> = fc
  .record({
    product: fc.constantFrom('0.1.0', '1.2.3-rc.1'),
    scenario: fc.constantFrom('sandbox', 'replicated-but-unreadable'),
    seed: fc.string({ minLength: 1, maxLength: 40, unit: 'binary' }),
    startMs: fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2199, 0, 1) }),
    setup: fc.option(fc.constant(hash('d')), { nil: undefined }),
    cells: fc.array(
      fc.record({
        source: fc.string({ maxLength: 60, unit: 'grapheme' }),
        origin: fc.constantFrom('typed', 'pasted', 'button', 'guide'),
        back: fc.nat(3),
        hash: fc.constantFrom(hash('1'), hash('2')),
        stopped: fc.option(fc.record({ requests: fc.nat(50), toMs: fc.constant(Date.UTC(2030, 0, 1)) }), {
          nil: undefined,
        }),
      }),
      { maxLength: 12 },
    ),
    answers: fc.dictionary(
      fc.string({ maxLength: 10 }).filter((name) => name !== '__proto__'),
      fc.string({ maxLength: 20 }),
      { noNullPrototype: true },
    ),
    state: fc.constant('f'.repeat(64)),
  })
  .map(({ cells, ...rest }) => ({
    ...rest,
    cells: cells.map(({ back, ...cell }, index) => ({ ...cell, after: Math.max(-1, index - 1 - back) })),
    head: cells.length > 0 ? cells.length - 1 : undefined,
  }));

describe('a share link', () => {
  it('gives back every run it was made from', async () => {
    await fc.assert(
      fc.asyncProperty(portable, async (run) => {
        const text = await toShareText(run, zlib);
        expect(await fromShareText(text as string, zlib)).toEqual({ ok: true, value: run });
      }),
    );
  });

  it('is never opened when any one of its characters was changed, left out or doubled', async () => {
    const text = (await toShareText(RUN, zlib)) as string;
    const letters = 'Ab0-_.%é';
    for (let at = 0; at < text.length; at++) {
      for (const letter of ['', text[at] as string, ...letters]) {
        const inserted = letter === text[at] ? letter + letter : letter;
        const changed = text.slice(0, at) + inserted + text.slice(at + 1);
        if (changed === text) continue;
        const read = await fromShareText(changed, zlib);
        expect(read.ok, changed).toBe(false);
      }
    }
  });

  it('is never opened when it was cut off anywhere', async () => {
    const text = (await toShareText(RUN, zlib)) as string;
    for (let end = 0; end < text.length; end++) {
      expect((await fromShareText(text.slice(0, end), zlib)).ok).toBe(false);
    }
  });

  it('never throws, whatever text it is given', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), fc.boolean(), async (text, versioned) => {
        const read = await fromShareText(versioned ? `r1.${text}` : text, zlib);
        expect(read.ok).toBe(false);
      }),
    );
  });

  it('names the part that is wrong, what was expected and what was found', async () => {
    const text = (await toShareText(RUN, zlib)) as string;
    const [, sum, data] = text.split('.') as [string, string, string];
    const sentence = async (changed: string) => {
      const read = await fromShareText(changed, zlib);
      return read.ok ? 'opened' : problemSentence(read.problem);
    };
    expect(await sentence('')).toBe('The share link, version cannot be read: expected r1, found nothing.');
    expect(await sentence(`r2.${sum}.${data}`)).toBe(
      'The share link, version cannot be read: expected r1, found "r2".',
    );
    expect(await sentence(`r1.${sum}`)).toBe(
      'The share link cannot be read: expected a version, a checksum and a run, parted by dots, found 2 parts.',
    );
    expect(await sentence(`r1.AAAAAAAAAAAA.${data}`)).toBe(
      `The share link, checksum cannot be read: expected ${sum}, which belongs to the run in this link (part of it was changed or cut off), found "AAAAAAAAAAAA".`,
    );
    expect(await sentence(`r1.${sum}.${data}=`)).toMatch(
      /^The share link, run cannot be read: expected base64url text/,
    );
  });

  it('is not made when it would be longer than a link may be', async () => {
    const noise = Array.from({ length: 40_000 }, (_, i) =>
      String.fromCharCode(33 + ((i * i * 7919) % 90)),
    ).join('');
    const cell = { source: noise, origin: 'typed', after: -1, hash: hash('a') } as const;
    const long = { ...RUN, cells: [cell, { ...cell, source: [...noise].reverse().join('') }], head: 0 };
    const text = await toShareText(long, { ...zlib, deflate: async (bytes) => bytes });
    expect(text).toBeUndefined();
    expect(LONGEST_LINK).toBe(30_000);
  });

  it('does not unpack more than a run may hold', async () => {
    const limits: number[] = [];
    const text = (await toShareText(RUN, zlib)) as string;
    const inflate: Compression['inflate'] = (bytes, limit) => {
      limits.push(limit);
      return zlib.inflate(bytes, limit);
    };
    await fromShareText(text, { ...zlib, inflate });
    expect(limits).toEqual([BOUNDS.textLength]);
  });
});
