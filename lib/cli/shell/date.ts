import { type CustomCommand, defineCommand } from 'just-bash/browser';
import { momentOf } from '../aws/input/moments';
import type { LabTime } from './lab-time';

const UNIT_MS: Readonly<Record<string, number>> = {
  second: 1000,
  sec: 1000,
  minute: 60_000,
  min: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 604_800_000,
  fortnight: 1_209_600_000,
};
const UNITS_OF_V: Readonly<Record<string, string>> = {
  S: 'second',
  M: 'minute',
  H: 'hour',
  d: 'day',
  w: 'week',
  m: 'month',
  y: 'year',
};

/** `date` on the lab's clock, with the relative dates of GNU (`-d '1 hour ago'`) and BSD (`-v-1H`). */
export function labDate(time: LabTime): CustomCommand {
  return defineCommand('date', async (args, context) => {
    const asked = askedMoment(args, time.known);
    if ('invalid' in asked) {
      return { stdout: '', stderr: `date: invalid date '${asked.invalid}'\n`, exitCode: 1 };
    }
    const seconds = Math.floor(asked.ms / 1000);
    return (
      (await context.origCommand?.(['-d', `@${seconds}`, ...asked.rest])) ?? {
        stdout: '',
        stderr: '',
        exitCode: 127,
      }
    );
  });
}

type Asked = { readonly ms: number; readonly rest: string[] } | { readonly invalid: string };

function askedMoment(args: readonly string[], nowMs: number): Asked {
  let ms = nowMs;
  const rest: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] as string;
    const glued = /^--date=(.*)$/s.exec(arg)?.[1] ?? /^-d(.+)$/s.exec(arg)?.[1];
    const wanted = glued ?? (arg === '-d' || arg === '--date' ? args[++i] : undefined);
    if (wanted !== undefined) {
      const moment = relativeMoment(wanted, nowMs);
      if (moment === undefined) return { invalid: wanted };
      ms = moment;
    } else if (/^-v./.test(arg)) {
      const moment = adjusted(arg.slice(2), ms);
      if (moment === undefined) return { invalid: arg };
      ms = moment;
    } else if (arg === '-r' && /^\d+$/.test(args[i + 1] ?? '')) ms = Number(args[++i]) * 1000;
    else rest.push(arg);
  }
  return { ms, rest };
}

/** `now`, `tomorrow`, `2026-11-22 +3 days`, `1 hour ago`, `next week`, `@1795341600`. */
function relativeMoment(text: string, nowMs: number): number | undefined {
  const epoch = /^@(-?\d+(?:\.\d+)?)$/.exec(text.trim())?.[1];
  if (epoch !== undefined) return Number(epoch) * 1000;
  let shifted = 0;
  let base = text;
  const shifts: [number, string][] = [];
  base = base.replace(
    /([+-]?\s*\d+|next|last)\s*(second|sec|minute|min|hour|day|week|fortnight|month|year)s?(\s+ago)?/gi,
    (_, count: string, unit: string, ago?: string) => {
      const number =
        count.toLowerCase() === 'next'
          ? 1
          : count.toLowerCase() === 'last'
            ? -1
            : Number(count.replace(/\s/g, ''));
      shifts.push([ago ? -number : number, unit.toLowerCase()]);
      return '';
    },
  );
  base = base.replace(/\b(yesterday|tomorrow|today|now)\b/gi, (word) => {
    shifted += word.toLowerCase() === 'yesterday' ? -1 : word.toLowerCase() === 'tomorrow' ? 1 : 0;
    return '';
  });
  const rest = base.trim();
  const start = rest === '' ? nowMs : momentOf(rest, nowMs);
  if (start === undefined || /^\d+$/.test(rest)) return undefined;
  return [[shifted, 'day'] as [number, string], ...shifts].reduce(
    (ms, [count, unit]) => shiftedBy(ms, count, unit),
    start,
  );
}

/** `-v-1H`, `-v+3d`. */
function adjusted(text: string, ms: number): number | undefined {
  const [, count, unit] = /^([+-]\d+)([SMHdwmy])$/.exec(text) ?? [];
  const name = UNITS_OF_V[unit ?? ''];
  return name === undefined ? undefined : shiftedBy(ms, Number(count), name);
}

function shiftedBy(ms: number, count: number, unit: string): number {
  const length = UNIT_MS[unit];
  if (length !== undefined) return ms + count * length;
  const date = new Date(ms);
  if (unit === 'month') date.setUTCMonth(date.getUTCMonth() + count);
  else date.setUTCFullYear(date.getUTCFullYear() + count);
  return date.getTime();
}
