'use client';

import { useState } from 'react';
import { Envelope } from '../../components/map/envelope';
import { Button, IconButton } from '../../components/ui/button';
import { Callout } from '../../components/ui/callout';
import { CodeBlock } from '../../components/ui/code-block';
import { LabKnows } from '../../components/ui/lab-knows';
import { Markdown } from '../../components/ui/markdown';
import { Menu } from '../../components/ui/menu';
import { pillShape } from '../../components/ui/pill';
import { Seal, SealTag } from '../../components/ui/seal';
import { VerdictMark } from '../../components/ui/verdict-mark';
import type { SealGlyph, SealHue, SealView } from '../../lib/views';

const hues: readonly SealHue[] = [1, 2, 3, 4, 5, 6, 7, 8];
const glyphs: readonly SealGlyph[] = ['hex', 'disc', 'diamond', 'shield', 'square', 'clover'];
const states = ['readable', 'unreadable', 'arriving', 'sealed'] as const;
const verdicts = ['allowed', 'refused', 'not reached', 'waiting', 'silent'] as const;

const prose =
  'A paragraph with **weight**, *stress*, `code` and a [place of ours](/gallery/home).\n\n1. first\n2. second\n\n```\naws kms list-keys\n```';

/** The pieces everything else is made of. */
export function Material() {
  const [region, setRegion] = useState('eu-west-1');
  return (
    <main className="mx-auto grid max-w-[980px] gap-7 px-6 py-8">
      <h1 className="text-xl">Material</h1>
      <section aria-label="Seals" className="grid gap-2">
        {glyphs.map((glyph, row) => (
          <div key={glyph} className="flex flex-wrap items-center gap-4">
            {hues.map((hue) => (
              <Pair key={hue} seal={{ hue, glyph, label: String.fromCharCode(65 + row * 8 + hue - 1) }} />
            ))}
          </div>
        ))}
      </section>
      <section aria-label="Envelopes" className="grid grid-cols-6 gap-3">
        {states.flatMap((state) =>
          hues.slice(0, 6).map((hue, index) => {
            const seal: SealView = { hue, glyph: glyphs[index] ?? 'hex', label: 'A' };
            return (
              <Envelope
                key={`${state} ${hue}`}
                envelope={{ id: `${state} ${hue}`, seal, state, label: 'item' }}
              />
            );
          }),
        )}
      </section>
      <section aria-label="Verdicts" className="flex flex-wrap gap-5">
        {verdicts.map((verdict) => (
          <span key={verdict} className="flex items-center gap-2">
            <VerdictMark verdict={verdict} />
            <VerdictMark verdict={verdict} loud size={14} />
            {verdict}
          </span>
        ))}
        <LabKnows>key 1a2b…9f wrapped it</LabKnows>
      </section>
      <section aria-label="Controls" className="flex flex-wrap items-center gap-3">
        <Button look="primary">Run</Button>
        <Button>Back</Button>
        <Button look="quiet">Clear</Button>
        <Button disabled>Next</Button>
        <IconButton icon="search" label="Search" />
        <Menu
          label={`Region: ${region}. Choose another`}
          items={['eu-west-1', 'eu-central-1', 'us-east-1'].map((id) => ({
            id,
            label: id,
            chosen: id === region,
          }))}
          onPick={setRegion}
          className={pillShape}
        >
          {region}
        </Menu>
      </section>
      <section aria-label="Callouts" className="grid gap-2 min-[700px]:grid-cols-2">
        {(['plain', 'allowed', 'refused', 'waiting'] as const).map((tone) => (
          <Callout key={tone} tone={tone} title={`A ${tone} callout`}>
            <p>One sentence that must not be missed.</p>
          </Callout>
        ))}
      </section>
      <Markdown text={prose} className="text-ink-2" />
      <CodeBlock code={'{\n  "KeyId": "1a2b3c4d"\n}'} what="the answer" />
    </main>
  );
}

function Pair({ seal }: { seal: SealView }) {
  return (
    <span className="flex items-center gap-2">
      <Seal seal={seal} size={30} />
      <SealTag seal={seal} />
    </span>
  );
}
