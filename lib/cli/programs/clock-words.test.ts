import { describe, expect, it } from 'vitest';
import { momentAfter } from './clock-words';

const NOW = Date.UTC(2026, 11, 1, 9, 50, 30);
const iso = (word: string) => {
  const ms = momentAfter(NOW, word);
  return ms === undefined ? undefined : new Date(ms).toISOString();
};

describe('a word for a moment', () => {
  it.each([
    ['+30s', '2026-12-01T09:51:00.000Z'],
    ['+1h30m', '2026-12-01T11:20:30.000Z'],
    ['+180d', '2027-05-30T09:50:30.000Z'],
    ['10:00', '2026-12-01T10:00:00.000Z'],
    ['09:50', '2026-12-02T09:50:00.000Z'],
    ['10:00:05', '2026-12-01T10:00:05.000Z'],
    ['2027-01-01', '2027-01-01T00:00:00.000Z'],
    ['2026-12-01T10:02:00Z', '2026-12-01T10:02:00.000Z'],
  ])('%s', (word, moment) => {
    expect(iso(word)).toBe(moment);
  });

  it.each(['', '+', '1h', '+1y', '25:00', 'tomorrow', '2026-13-01T00:00Z'])('is not %j', (word) => {
    expect(iso(word)).toBeUndefined();
  });
});
