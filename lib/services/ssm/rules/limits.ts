import type { Tier } from '../records/parameter';

/** Bytes a value may have. fact: services 1 (4,096 and 8 KB) */
export const MOST_BYTES: Readonly<Record<Tier, number>> = { Standard: 4096, Advanced: 8192 };
/** Levels of a hierarchy. assumed: fifteen, as the exception's description says */
export const MOST_LEVELS = 15;
