'use client';

import { type RefObject, useEffect, useRef } from 'react';
import type uPlot from 'uplot';
import { useDark } from '../ui/theme';
import { type Chart, clock, short } from './curve-lines';

const HEIGHT = 190;

/** Draws a chart into the host, and again only when its lines, the theme or the room change. */
export function useCurves(host: RefObject<HTMLElement | null>, chart: Chart): void {
  const dark = useDark();
  const plot = useRef<uPlot | undefined>(undefined);
  const key = JSON.stringify(chart);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a chart is a new object at each view; its content counts, and the theme recolours it
  useEffect(() => {
    const place = host.current;
    if (!place) return;
    let current = true;
    const room = new ResizeObserver(() =>
      plot.current?.setSize({ width: place.clientWidth, height: HEIGHT }),
    );
    import('uplot').then(({ default: UPlot }) => {
      if (!current) return;
      plot.current = new UPlot(optionsOf(chart, place.clientWidth), dataOf(chart), place);
      room.observe(place);
    });
    return () => {
      current = false;
      room.disconnect();
      plot.current?.destroy();
      plot.current = undefined;
    };
  }, [host, key, dark]);
}

function dataOf({ at, lines }: Chart): uPlot.AlignedData {
  return [[...at], ...lines.map(({ values }) => [...values])] as uPlot.AlignedData;
}

function optionsOf({ lines }: Chart, width: number): uPlot.Options {
  const style = getComputedStyle(document.documentElement);
  const colour = (token: string) => style.getPropertyValue(token).trim();
  const font = `12px ${getComputedStyle(document.body).fontFamily}`;
  const axis = {
    stroke: colour('--ink-2'),
    font,
    grid: { stroke: colour('--rule'), width: 1 },
    ticks: { stroke: colour('--rule'), width: 1 },
  };
  return {
    width,
    height: HEIGHT,
    legend: { show: false },
    cursor: { show: false },
    scales: { x: { time: false }, y: { range: (_, _min, max) => [0, Math.max(1, (max ?? 1) * 1.08)] } },
    axes: [
      { ...axis, space: 90, values: (_, splits) => splits.map(clock) },
      { ...axis, size: 52, values: (_, splits) => splits.map(short) },
    ],
    series: [
      {},
      ...lines.map(({ label, token, width: lineWidth, dash }) => ({
        label,
        stroke: colour(token),
        width: lineWidth,
        dash: [...dash],
        points: { show: false },
      })),
    ],
  };
}
