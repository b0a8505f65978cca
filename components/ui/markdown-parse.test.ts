import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MarkdownSpan, parseMarkdown, parseSpans } from './markdown-parse';

describe('parseMarkdown', () => {
  it('reads paragraphs, headings, lists and fenced code', () => {
    const source = [
      '# What you see',
      'Northwind Pay has drained',
      '**eu-west-1**.',
      '',
      '- one',
      '  goes on',
      '- two',
      '1. first',
      '',
      '```sh',
      'aws kms list-keys  # **not bold**',
      '```',
    ].join('\n');
    expect(parseMarkdown(source)).toEqual([
      { kind: 'heading', spans: [{ kind: 'text', text: 'What you see' }] },
      {
        kind: 'paragraph',
        spans: [
          { kind: 'text', text: 'Northwind Pay has drained ' },
          { kind: 'strong', spans: [{ kind: 'text', text: 'eu-west-1' }] },
          { kind: 'text', text: '.' },
        ],
      },
      {
        kind: 'list',
        ordered: false,
        items: [[{ kind: 'text', text: 'one goes on' }], [{ kind: 'text', text: 'two' }]],
      },
      { kind: 'list', ordered: true, items: [[{ kind: 'text', text: 'first' }]] },
      { kind: 'code', text: 'aws kms list-keys  # **not bold**' },
    ]);
  });

  it('reads nothing else inside code', () => {
    expect(parseSpans('`kms:*` and *kms*')).toEqual([
      { kind: 'code', text: 'kms:*' },
      { kind: 'text', text: ' and ' },
      { kind: 'emphasis', spans: [{ kind: 'text', text: 'kms' }] },
    ]);
  });

  it('leaves a lone star alone, as policies are full of them', () => {
    expect(parseSpans('Action kms:* on Resource * is broad')).toEqual([
      { kind: 'text', text: 'Action kms:* on Resource * is broad' },
    ]);
  });

  it('links only to places of this product, and keeps the words of any other link', () => {
    const kinds = (href: string) => parseSpans(`[go](${href})`);
    expect(kinds('/labs/game-day')).toEqual([
      { kind: 'link', href: '/labs/game-day', spans: [{ kind: 'text', text: 'go' }] },
    ]);
    for (const href of ['https://example.org', '//example.org', '/\\example.org', 'javascript:alert`1`']) {
      expect(kinds(href)).toEqual([{ kind: 'text', text: 'go' }]);
    }
  });

  it('ends, and never makes an outward link, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'[]()*`/\\#-\n: a') }), (source) => {
        const links = parseMarkdown(source)
          .flatMap((block) => (block.kind === 'paragraph' || block.kind === 'heading' ? block.spans : []))
          .flatMap(hrefs);
        for (const href of links) expect(href).toMatch(/^[/#]/);
      }),
    );
  });
});

function hrefs(span: MarkdownSpan): readonly string[] {
  if (span.kind === 'link') return [span.href];
  if (span.kind === 'strong' || span.kind === 'emphasis') return span.spans.flatMap(hrefs);
  return [];
}
