/**
 * How long EC2 takes, on the lab's clock.
 * assumed: AWS publishes none of these; a snapshot takes as long as there is data. The lab keeps the order and shortens
 * the waiting.
 */
export const VOLUME_CREATING_MS = 5_000;
export const ATTACHING_MS = 3_000;
export const DETACHING_MS = 3_000;
export const SNAPSHOT_MS = 30_000;
export const COPY_MS = 60_000;
export const PENDING_MS = 10_000;
export const STOPPING_MS = 20_000;
export const SHUTTING_DOWN_MS = 20_000;
