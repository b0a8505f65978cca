import type { Operators } from './operator';
import { orderedOperators } from './ordered';

const EPOCH_SECONDS = /^-?\d{5,}(?:\.\d+)?$/;
const ISO =
  /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(Z|[+-]\d\d:\d\d))?)?)?$/;

export const dateOperators: Operators = orderedOperators('Date', {
  read: readDate,
  next: nextMidnight,
});

/**
 * Milliseconds since 1970 of an ISO 8601 text (down to the year alone) or of epoch seconds; undefined for anything
 * else. fact: authorization 6. assumed: four digits are a year, five or more are epoch seconds.
 */
function readDate(text: string): number | undefined {
  if (EPOCH_SECONDS.test(text)) return Number(text) * 1000;
  const found = ISO.exec(text);
  if (!found) return undefined;
  const part = (i: number, otherwise: number): number => (found[i] ? Number(found[i]) : otherwise);
  const [month, day] = [part(2, 1), part(3, 1)];
  const [hour, minute, second] = [part(4, 0), part(5, 0), part(6, 0)];
  if (month < 1 || month > 12 || day < 1 || day > daysIn(part(1, 0), month)) return undefined;
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const milliseconds = Number(`0.${found[7] ?? '0'}`) * 1000;
  return Date.UTC(part(1, 0), month - 1, day, hour, minute, second) + milliseconds - offsetOf(found[8]);
}

const DAY_MS = 86_400_000;

/** Limits are set at midnight (UTC): one that is met to the second would be over with the request. */
function nextMidnight(valueMs: number, isAbove: boolean): string | undefined {
  const day = isAbove ? Math.floor(valueMs / DAY_MS) + 1 : Math.ceil(valueMs / DAY_MS) - 1;
  const midnight = new Date(day * DAY_MS);
  return Number.isNaN(midnight.getTime()) ? undefined : midnight.toISOString().replace('.000Z', 'Z');
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Milliseconds that a local time is ahead of UTC. */
function offsetOf(zone: string | undefined): number {
  if (zone === undefined || zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6));
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}
