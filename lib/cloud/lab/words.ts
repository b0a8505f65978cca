const UNITS = [
  ['day', 86_400, 3_600],
  ['hour', 3_600, 60],
  ['minute', 60, 1],
  ['second', 1, 1],
] as const;

/** The two largest units, rounded to the smaller of them: `9 days`, `3 hours 20 minutes`. */
export function durationWords(seconds: number): string {
  const grain = UNITS.find(([, size]) => seconds >= size)?.[2] ?? 1;
  let rest = Math.round(seconds / grain) * grain;
  const parts: string[] = [];
  for (const [unit, size] of UNITS) {
    const count = Math.floor(rest / size);
    if (count > 0) parts.push(`${grouped(count)} ${unit}${count === 1 ? '' : 's'}`);
    rest -= count * size;
  }
  return parts.join(' ') || '0 seconds';
}

/** With a comma between thousands, the same on every machine. */
export function grouped(count: number): string {
  return String(Math.round(count)).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
