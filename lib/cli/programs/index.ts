import { backfill } from './backfill';
import { lab } from './lab';
import { orders } from './orders';
import type { Program } from './program';

/** What the lab's shell knows beside `aws` and the programs every shell has. */
export const PROGRAMS: readonly Program[] = [backfill, lab, orders];

export { type Program, runProgram } from './program';
