/** Of all variables together, in bytes. assumed: measured as JSON */
export const MOST_ENVIRONMENT_BYTES = 4096;

/** How long an execution environment stays warm after it was used last. assumed: AWS publishes no number */
export const WARM_MS = 10 * 60_000;
