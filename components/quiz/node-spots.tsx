'use client';

import { useRef } from 'react';
import { Picture } from '../flow/picture';
import type { SpotsProps } from './line-spots';
import { choose } from './quiz-answer';

/** A picture whose nodes are the options. Clicking one chooses it; the list below it does the same by keyboard. */
export function NodeSpots({ item, answer, onChange }: SpotsProps) {
  const place = useRef<HTMLDivElement>(null);
  const { diagram, options } = item;
  if (!diagram) return null;
  const lights = options
    .filter(({ id }) => answer.chosen.includes(id))
    .map(({ node }) => ({ selector: selectorOf(node), light: 'waiting' as const }));
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the radio buttons below are the same choice by keyboard
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing at the picture is a shortcut
    <div
      ref={place}
      className="mb-4 [&_g.node]:cursor-pointer"
      onClick={({ target }) => {
        const hit = options.find(({ node }) =>
          place.current?.querySelector(selectorOf(node))?.contains(target as Node),
        );
        if (hit) onChange(choose(item, answer, hit.id));
      }}
    >
      <Picture title={diagram.title} mermaid={diagram.mermaid} lights={lights} twin={diagram.twin} />
    </div>
  );
}

function selectorOf(node: string | undefined): string {
  return `g.node[id*="-flowchart-${node}-"]`;
}
