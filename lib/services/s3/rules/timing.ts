/** How long a bucket-level key serves one requester. assumed: AWS publishes no number. fact: services 2 */
export const BUCKET_KEY_MS = 5 * 60_000;

/** assumed: AWS says most objects arrive within seconds and nearly all within 15 minutes */
export const REPLICATION_LAG_MS = 15_000;

/** assumed: how long S3 waits after KMS has throttled it */
export const REPLICATION_RETRY_MS = 60_000;

export const REPLICATION_SESSION_SECONDS = 3600;
