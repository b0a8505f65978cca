/** How long a data key serves one publisher. fact: services 1 (up to 5 minutes, not configurable) */
export const DATA_KEY_MS = 5 * 60_000;
