const MINUTE_MS = 60_000;

/** How long a request is PENDING. assumed: AWS names no time; small ones are often granted within the hour */
export const PENDING_MS = 30 * MINUTE_MS;

/** How long a support case takes. assumed: AWS names no time; days are usual, the lab takes one */
export const CASE_MS = 24 * 60 * MINUTE_MS;

/** Up to this many times the value in force a quota is raised without a support case. assumed */
export const GRANTED_AT_ONCE_FACTOR = 2;
