/** An answer that says no. Refusals are values: they are returned, compared and shown, never thrown. */
export interface Refusal {
  readonly refused: true;
  /** AWS's exception, as in `__type`. */
  readonly name: string;
  /** Absent where AWS sends no text. */
  readonly message?: string | undefined;
  readonly status: number;
  /** Further members of the error body. */
  readonly extra?: Readonly<Record<string, unknown>> | undefined;
}

export function refuse(
  name: string,
  message?: string,
  status = 400,
  extra?: Record<string, unknown>,
): Refusal {
  return { refused: true, name, message, status, extra };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && (value as Partial<Refusal>).refused === true;
}
