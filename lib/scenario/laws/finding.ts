/** A law that content breaks, or something to look after. */
export interface Finding {
  readonly level: 'error' | 'warning';
  /** `replicated-but-unreadable, travel, goal replica` */
  readonly where: string;
  /** What was expected and what was found. */
  readonly what: string;
}

export function broken(where: readonly string[], what: string): Finding {
  return { level: 'error', where: where.join(', '), what };
}

export function warned(where: readonly string[], what: string): Finding {
  return { level: 'warning', where: where.join(', '), what };
}

export function findingLine({ level, where, what }: Finding): string {
  return `${level}: ${where}: ${what}`;
}
