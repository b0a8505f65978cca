import type { AnyOperation } from '../../../aws';

/** Every operation of IAM in the lab, by its name. */
export const operations: Readonly<Record<string, AnyOperation>> = {};
