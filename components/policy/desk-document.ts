import type { PolicyDocumentView } from '../../lib/views';

/** A document on the desk: as stored, and as it is being written. */
export interface DeskDocument {
  /** Its place as one word. */
  readonly word: string;
  readonly view: PolicyDocumentView;
  readonly text: string;
  readonly isChanged: boolean;
}

/** JSON over lines; any other text as it is. */
export function overLines(text: string): string {
  const value = parsed(text);
  return value === undefined ? text : JSON.stringify(value, null, 2);
}

/** Whether two texts say the same, however they are set. */
export function saysTheSame(a: string, b: string): boolean {
  if (a === b) return true;
  const [one, other] = [parsed(a), parsed(b)];
  return one !== undefined && JSON.stringify(one) === JSON.stringify(other);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
