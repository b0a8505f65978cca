import type { Curve, LoadCurvesView } from '../../lib/views';

/** One line of a chart: told apart by its dashes and width as well as by its colour. */
export interface CurveLine {
  readonly id: string;
  readonly label: string;
  /** A colour token of the palette. */
  readonly token: string;
  readonly width: number;
  readonly dash: readonly number[];
  readonly values: Curve;
}

export interface Chart {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly at: readonly number[];
  readonly lines: readonly CurveLine[];
}

/** Requests a second, and how long they took. */
export function chartsOf(curves: LoadCurvesView): readonly Chart[] {
  const { at, offered, admitted, throttled, retried, quota, p50, p99 } = curves;
  return [
    {
      id: 'requests',
      title: 'KMS requests',
      unit: 'requests a second',
      at,
      lines: [
        line('quota', 'quota of the pool', '--ink-3', 1, [1, 3], quota),
        line('offered', 'offered', '--ink', 1.5, [6, 4], offered),
        line('admitted', 'admitted', '--allow', 2.5, [], admitted),
        line('throttled', 'ThrottlingException', '--deny', 2, [2, 3], throttled),
        line('retried', 'retried', '--wait', 1.5, [10, 3, 2, 3], retried),
      ],
    },
    {
      id: 'latency',
      title: 'Latency, assumed',
      unit: 'milliseconds',
      at,
      lines: [
        line('p50', 'p50: half of the requests', '--ink', 2, [], p50),
        line('p99', 'p99: 99 of 100 requests', '--wait', 2, [6, 3], p99),
      ],
    },
  ];
}

function line(
  id: string,
  label: string,
  token: string,
  width: number,
  dash: readonly number[],
  values: Curve,
): CurveLine {
  return { id, label, token, width, dash, values };
}

/** More rows than one reads are not shown: every n-th, and the last. */
const MOST_ROWS = 60;

export function tableRows(
  chart: Chart,
): readonly { readonly at: string; readonly cells: readonly string[] }[] {
  const every = Math.ceil(chart.at.length / MOST_ROWS);
  return chart.at.flatMap((seconds, index) =>
    index % every === 0 || index === chart.at.length - 1
      ? [{ at: clock(seconds), cells: chart.lines.map(({ values }) => figure(values[index])) }]
      : [],
  );
}

/** Newest figures, for those who do not see the curve. */
export function chartWords(chart: Chart): string {
  const last = chart.lines.map(({ label, values }) => `${label} ${figure(values.at(-1))}`).join(', ');
  return `${chart.title} in ${chart.unit}, ${chart.at.length} points up to ${clock(chart.at.at(-1) ?? 0)}. Newest: ${last}.`;
}

function figure(value: number | null | undefined): string {
  return value === null || value === undefined ? 'none' : value.toLocaleString('en-US');
}

/** `09:50:12` */
export function clock(epochSeconds: number): string {
  return new Date(epochSeconds * 1000).toISOString().slice(11, 19);
}

/** `120k`, `1.5M`: an axis has no room for more. */
export function short(value: number): string {
  if (value >= 1_000_000) return `${Number((value / 1_000_000).toFixed(1))}M`;
  return value >= 1_000 ? `${Number((value / 1_000).toFixed(1))}k` : String(value);
}
