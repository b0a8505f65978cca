/**
 * How long DynamoDB takes, on the lab's clock.
 * assumed: AWS publishes none of these; a table takes seconds, a replica minutes, and replication between
 * Regions usually less than a second. The lab keeps the order and shortens the waiting.
 */
export const CREATING_MS = 5_000;
export const UPDATING_MS = 3_000;
export const DELETING_MS = 3_000;
export const REPLICA_CREATING_MS = 10_000;
export const REPLICATION_LAG_MS = 1_000;

/** fact: services 3 (the table key is cached per caller and asked for again after five minutes) */
export const TABLE_KEY_CACHED_MS = 5 * 60_000;
