import { PythonFloat } from '../python';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAY_MS = 86_400_000;

/**
 * The moment a text or number stands for, in epoch ms: epoch seconds, ISO 8601 in its long and short
 * forms, and the dates of mail headers. A missing date is today's, a missing zone is UTC.
 * assumed: further forms that the CLI's date library guesses at are refused here.
 */
export function momentOf(value: unknown, nowMs: number): number | undefined {
  if (value instanceof PythonFloat) return finite(value.value * 1000);
  if (typeof value === 'number') return value * 1000;
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  if (/^[+-]?\d+(\.\d*)?$/.test(text)) return finite(Math.round(Number(text) * 1000));
  return isoMoment(text, nowMs) ?? writtenMoment(text);
}

function finite(ms: number): number | undefined {
  return Number.isFinite(ms) ? ms : undefined;
}

const TIME = String.raw`(?<hour>\d{2}):?(?<minute>\d{2})(?::?(?<second>\d{2})(?:[.,](?<fraction>\d+))?)?`;
const ZONE = String.raw`(?<zone>\s*(?:Z|UTC|GMT|[+-]\d{2}:?(?:\d{2})?))?`;
const ISO = new RegExp(
  String.raw`^(?<year>\d{4})-?(?<month>\d{2})(?:-?(?<day>\d{2}))?(?:[T ]${TIME}${ZONE})?$`,
  'i',
);
const TIME_ALONE = new RegExp(`^${TIME.replace(':?', ':')}${ZONE}$`, 'i');
const DAY_FIRST = new RegExp(
  String.raw`^(?:[a-z]{3,9},?\s+)?(?<day>\d{1,2})[ -](?<name>[a-z]{3,9})[ -](?<year>\d{4})(?:\s+${TIME}${ZONE})?$`,
  'i',
);
const MONTH_FIRST = new RegExp(
  String.raw`^(?<name>[a-z]{3,9})\s+(?<day>\d{1,2}),?\s+(?<year>\d{4})(?:\s+${TIME}${ZONE})?$`,
  'i',
);

type Parts = Readonly<Record<string, string | undefined>>;

function isoMoment(text: string, nowMs: number): number | undefined {
  const whole = ISO.exec(text)?.groups;
  if (whole) {
    const today = new Date(nowMs).getUTCDate();
    return moment(Number(whole.year), Number(whole.month), whole.day ? Number(whole.day) : today, whole);
  }
  const time = TIME_ALONE.exec(text)?.groups;
  if (!time) return undefined;
  const midnight = Math.floor(nowMs / DAY_MS) * DAY_MS;
  return midnight + timeOf(time);
}

function writtenMoment(text: string): number | undefined {
  const parts = (DAY_FIRST.exec(text) ?? MONTH_FIRST.exec(text))?.groups;
  if (!parts) return undefined;
  const month = MONTHS.indexOf((parts.name as string).slice(0, 3).toLowerCase()) + 1;
  return moment(Number(parts.year), month, Number(parts.day), parts);
}

function moment(year: number, month: number, day: number, parts: Parts): number | undefined {
  const midnight = Date.UTC(year, month - 1, day);
  const date = new Date(midnight);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  if (Number(parts.hour ?? 0) > 23 || Number(parts.minute ?? 0) > 59 || Number(parts.second ?? 0) > 59)
    return undefined;
  return midnight + timeOf(parts);
}

function timeOf(parts: Parts): number {
  const seconds = Number(parts.hour ?? 0) * 3600 + Number(parts.minute ?? 0) * 60 + Number(parts.second ?? 0);
  const ms = parts.fraction ? Math.floor(Number(`0.${parts.fraction}`) * 1000) : 0;
  return seconds * 1000 + ms - zoneMs(parts.zone?.trim());
}

function zoneMs(zone: string | undefined): number {
  const found = zone && /^([+-])(\d{2}):?(\d{2})?$/.exec(zone);
  if (!found) return 0;
  const minutes = Number(found[2]) * 60 + Number(found[3] ?? 0);
  return (found[1] === '-' ? -minutes : minutes) * 60_000;
}
