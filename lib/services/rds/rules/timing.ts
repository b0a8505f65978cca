const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** assumed: AWS publishes none of these three; the lab keeps the order and shortens the waiting */
export const CREATING_MS = 2 * MINUTE_MS;
export const SNAPSHOT_MS = MINUTE_MS;
export const STARTING_MS = MINUTE_MS;

/** How often RDS makes sure of an instance's key. assumed: AWS publishes no number */
export const CHECK_MS = 4 * HOUR_MS;

/** From noticing that the key is gone until the instance is stopped. fact: services 5 (about 2 h after detection) */
export const GRACE_MS = 2 * HOUR_MS;

/** To enable the key and start the instance again. fact: services 5 (7 days) */
export const RECOVERY_MS = 7 * 24 * HOUR_MS;
