import { EXPORTED, PROFILE_VARIABLE } from '../views';

/** The commands that the bar's buttons stand for: a click and a typed line are one and the same. */

export function identityCommand(profile: string, current: string): string {
  const forget =
    current === EXPORTED ? 'unset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN; ' : '';
  return `${forget}export ${PROFILE_VARIABLE}=${profile}`;
}

export function regionCommand(region: string): string {
  return `export AWS_REGION=${region}`;
}

const UNITS = [
  ['d', 86_400],
  ['h', 3_600],
  ['m', 60],
  ['s', 1],
] as const;

/** `lab clock +1h`, in the largest unit that leaves no rest. */
export function clockCommand(seconds: number): string {
  const [letter, size] = UNITS.find(([, unit]) => seconds % unit === 0) ?? ['s', 1];
  return `lab clock +${seconds / size}${letter}`;
}
