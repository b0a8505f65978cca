'use client';

import { useMemo, useRef, useState } from 'react';
import { Button } from '../ui/button';
import { Callout } from '../ui/callout';
import { CopyButton } from '../ui/copy-button';
import type { LitSelector } from './flow-lights';
import { useLights, useMermaid } from './use-mermaid';

/** A Mermaid picture with its twin in words. */
export function Picture({
  title,
  mermaid,
  lights,
  twin,
  heading: Heading = 'h3',
}: {
  title: string;
  mermaid: string;
  lights: readonly LitSelector[];
  twin: readonly string[];
  /** One below the heading that the picture stands under. */
  heading?: 'h2' | 'h3';
}) {
  const host = useRef<HTMLDivElement>(null);
  const [inWords, setInWords] = useState(false);
  const drawing = useMermaid(host, mermaid);
  const key = JSON.stringify(lights);
  // The lights are new objects at each view; only their content counts.
  const steady = useMemo<readonly LitSelector[]>(() => JSON.parse(key), [key]);
  useLights(host, drawing, steady);
  const words = inWords || drawing.state === 'failed';
  return (
    <figure aria-label={title} className="m-0 grid gap-1">
      <figcaption className="flex items-center gap-1">
        <Heading className="flex-1 text-base">{title}</Heading>
        <Button look="quiet" aria-pressed={inWords} size="small" onClick={() => setInWords(!inWords)}>
          {inWords ? 'Show the picture' : 'Say it in words'}
        </Button>
        <CopyButton text={mermaid} what="this picture as Mermaid text" />
      </figcaption>
      {drawing.state === 'failed' ? (
        <Callout tone="waiting" title="The picture could not be drawn">
          <p>Here it is in words. Nothing else is affected. Mermaid said: {drawing.why}</p>
        </Callout>
      ) : null}
      {drawing.state === 'loading' ? (
        <p role="status" className="text-ink-3 text-sm">
          Drawing…
        </p>
      ) : null}
      <div
        ref={host}
        hidden={words}
        aria-hidden="true"
        className="flow-picture relative overflow-x-auto [&>svg]:mx-auto [&>svg]:h-auto"
      />
      <ul className={words ? 'grid list-disc gap-1 pl-5 text-ink-2' : 'sr-only'}>
        {twin.map((sentence, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same sentence may stand twice
          <li key={index}>{sentence}</li>
        ))}
      </ul>
    </figure>
  );
}
