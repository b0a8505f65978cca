/** How long a bucket-level key serves one requester. assumed: AWS publishes no number. fact: services 2 */
export const BUCKET_KEY_MS = 5 * 60_000;
