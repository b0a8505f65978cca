const UNITS: Readonly<Record<string, number>> = {
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

/**
 * The moment a word speaks of: `+1h30m` from now, `10:00` the next time it is that late, or a moment in full.
 * Undefined where it speaks of none.
 */
export function momentAfter(nowMs: number, word: string): number | undefined {
  if (/^\+(\d+[smhdw])+$/.test(word)) {
    const parts = [...word.matchAll(/(\d+)([smhdw])/g)];
    return nowMs + parts.reduce((sum, [, count, unit]) => sum + Number(count) * (UNITS[unit ?? ''] ?? 0), 0);
  }
  const time = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/.exec(word);
  if (time) {
    const [, hours, minutes, seconds = '0'] = time;
    const midnight = Math.floor(nowMs / 86_400_000) * 86_400_000;
    const today = midnight + Number(hours) * 3_600_000 + Number(minutes) * 60_000 + Number(seconds) * 1_000;
    return today >= nowMs ? today : today + 86_400_000;
  }
  if (!/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?Z)?$/.test(word)) return undefined;
  const moment = Date.parse(word);
  return Number.isNaN(moment) ? undefined : moment;
}
