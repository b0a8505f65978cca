const DAY_MS = 86_400_000;

export const RECOVERY_DAYS = { least: 7, most: 30, usual: 30 } as const;

export function daysMs(days: number): number {
  return days * DAY_MS;
}
