'use client';

import { type RefObject, useEffect, useState } from 'react';
import { useDark } from '../ui/theme';
import type { LitSelector } from './flow-lights';
import { mermaidConfig } from './mermaid-theme';

export type Drawing =
  | { readonly state: 'loading' | 'ready' }
  | { readonly state: 'failed'; readonly why: string };

let pictures = 0;

/** Draws the text into the host, again only when the text or the theme changes. */
export function useMermaid(host: RefObject<HTMLElement | null>, text: string): Drawing {
  const dark = useDark();
  const [drawing, setDrawing] = useState<Drawing>({ state: 'loading' });
  useEffect(() => {
    let current = true;
    setDrawing({ state: 'loading' });
    draw(text, dark).then(
      (svg) => {
        if (!current || !host.current) return;
        // Safe: Mermaid's strict mode sanitises its own drawing.
        host.current.innerHTML = svg;
        setDrawing({ state: 'ready' });
      },
      (error: unknown) => {
        if (current)
          setDrawing({ state: 'failed', why: error instanceof Error ? error.message : String(error) });
      },
    );
    return () => {
      current = false;
    };
  }, [host, text, dark]);
  return drawing;
}

async function draw(text: string, dark: boolean): Promise<string> {
  const { default: mermaid } = await import('mermaid');
  const style = getComputedStyle(document.documentElement);
  const font = getComputedStyle(document.body).fontFamily;
  mermaid.initialize(mermaidConfig((name) => style.getPropertyValue(name).trim(), dark, font));
  pictures += 1;
  const easel = outOfSight();
  try {
    return (await mermaid.render(`picture-${pictures}`, text, easel)).svg;
  } finally {
    easel.remove();
  }
}

/** Mermaid measures its text on the page; here it cannot push anything aside. */
function outOfSight(): HTMLElement {
  const easel = document.createElement('div');
  easel.ariaHidden = 'true';
  easel.style.cssText = 'position:fixed;inset:0;visibility:hidden;overflow:hidden;pointer-events:none';
  document.body.append(easel);
  return easel;
}

const LIGHTS = ['lit', 'refused', 'waiting'] as const;

/** Toggles classes on what is drawn: nothing moves but the lights. */
export function useLights(
  host: RefObject<HTMLElement | null>,
  drawing: Drawing,
  lights: readonly LitSelector[],
): void {
  useEffect(() => {
    if (!host.current || drawing.state !== 'ready') return;
    for (const light of LIGHTS) {
      for (const element of host.current.querySelectorAll(`.${light}`)) element.classList.remove(light);
    }
    for (const { selector, light } of lights) {
      for (const element of host.current.querySelectorAll(selector)) element.classList.add(light);
    }
  }, [host, drawing, lights]);
}
