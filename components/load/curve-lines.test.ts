import { describe, expect, it } from 'vitest';
import type { LoadCurvesView } from '../../lib/views';
import { chartsOf, chartWords, short, tableRows } from './curve-lines';

const START = Date.UTC(2026, 11, 1, 9, 50) / 1000;

function curves(points: number): LoadCurvesView {
  const each = (value: number | null) => Array.from({ length: points }, () => value);
  return {
    place: 'eu-west-1',
    secondsPerPoint: 1,
    at: Array.from({ length: points }, (_, i) => START + i),
    offered: each(150_000),
    admitted: each(100_000),
    throttled: each(50_000),
    retried: each(0),
    quota: each(100_000),
    p50: each(8),
    p99: each(null),
  };
}

describe('the curves of load', () => {
  it('have no two lines of one look', () => {
    for (const { lines } of chartsOf(curves(2))) {
      expect(new Set(lines.map(({ dash, width }) => `${dash} ${width}`)).size).toBe(lines.length);
    }
  });

  it('say their newest figures in words', () => {
    const [requests, latency] = chartsOf(curves(3)).map(chartWords);
    expect(requests).toBe(
      'KMS requests in requests a second, 3 points up to 09:50:02. Newest: quota of the pool 100,000, offered 150,000, admitted 100,000, ThrottlingException 50,000, retried 0.',
    );
    expect(latency).toContain('p99: 99 of 100 requests none');
  });

  it('have a table of at most some sixty rows that ends with the newest', () => {
    const [requests] = chartsOf(curves(600));
    const rows = requests ? tableRows(requests) : [];
    expect(rows).toHaveLength(61);
    expect(rows.at(-1)).toEqual({ at: '09:59:59', cells: ['100,000', '150,000', '100,000', '50,000', '0'] });
  });

  it.each([
    [0, '0'],
    [950, '950'],
    [12_500, '12.5k'],
    [120_000, '120k'],
    [1_500_000, '1.5M'],
  ])('write %d on an axis as %s', (value, words) => {
    expect(short(value)).toBe(words);
  });
});
