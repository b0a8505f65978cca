/** What is wrong with something that was brought from outside. */
export interface Problem {
  /** `share link, checksum`, `run file, cells 3, source` */
  readonly part: string;
  readonly expected: string;
  readonly found: string;
}

export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem };

export function bad<T>(part: string, expected: string, found: string): Read<T> {
  return { ok: false, problem: { part, expected, found } };
}

export function problemSentence({ part, expected, found }: Problem): string {
  return `The ${part} cannot be read: expected ${expected}, found ${found}.`;
}
