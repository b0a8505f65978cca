import type { Call, Refusal } from '../../../aws';
import { sessions } from '../records/session';
import { accessDenied, validationError } from './operation';

interface Coded {
  readonly SerialNumber?: string;
  readonly TokenCode?: string;
}

/** Long-term credentials alone open some sessions. refuses: AccessDenied */
export function refuseSession<I>(call: Call<I>): Refusal | undefined {
  const { type, accessKeyId } = call.principal;
  const isLongTerm = (type === 'user' || type === 'root') && !call.world.table(sessions).get(accessKeyId);
  return isLongTerm ? undefined : accessDenied(`Cannot call ${call.operation} with session credentials`);
}

/** Whether the request comes with a code of a device. assumed: any code of six digits is right */
export function hasCode({ SerialNumber, TokenCode }: Coded): boolean {
  return SerialNumber !== undefined && TokenCode !== undefined;
}

/** A device and its code come together. */
export function refuseHalfCode({ SerialNumber, TokenCode }: Coded): Refusal | undefined {
  if ((SerialNumber === undefined) === (TokenCode === undefined)) return undefined;
  return validationError('Both the MFA serial number and the MFA token code must be specified.');
}

const HALF_DAY = 43_200;
const HOUR = 3600;

/** Seconds of a session that is not a role's: half a day, for the root user an hour at the most. */
export function durationOf<I extends { readonly DurationSeconds?: number }>({
  input,
  principal,
}: Call<I>): number {
  if (principal.type === 'root') return Math.min(input.DurationSeconds ?? HOUR, HOUR);
  return input.DurationSeconds ?? HALF_DAY;
}
