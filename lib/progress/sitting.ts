import * as z from 'zod';
import { fitted, type Read } from '../reading';
import { answer } from './schema';

const said = (message: string) => ({ error: message });
const name = z.string(said('an id')).max(120, said('an id'));
const names = z.array(name, said('a list of ids')).max(200, said('at most 200 ids'));
const moment = z.int(said('a moment in epoch milliseconds')).min(0, said('a moment in epoch milliseconds'));

/** A drill, an exam or a lab's questions in the middle, as they are kept so that a reload loses nothing. */
const sitting = z
  .strictObject(
    {
      kmsLabSitting: z.literal(1, said('version 1')),
      items: names.min(1, said('at least one item')),
      /** Where one is: an index of the items, or their number when all were asked. */
      at: z.int(said('a place')).min(0, said('a place')),
      /** Given, or only begun. */
      answers: z.record(name, answer, said('answers by id')),
      /** Those that were given. */
      given: names,
      /** Of an exam. */
      exam: z
        .strictObject(
          {
            code: name,
            flags: names,
            /** Absent where the timer is off. */
            minutes: z.int(said('minutes')).min(1, said('minutes')).max(600, said('minutes')).optional(),
            endedMs: moment.optional(),
          },
          said('an exam'),
        )
        .optional(),
      beganMs: moment,
    },
    said('a sitting and nothing beside it'),
  )
  .refine(({ at, items }) => at <= items.length, said('a place among the items'));

export type Sitting = z.infer<typeof sitting>;

export function newSitting(items: readonly string[], beganMs: number, exam?: Sitting['exam']): Sitting {
  return { kmsLabSitting: 1, items: [...items], at: 0, answers: {}, given: [], exam, beganMs };
}

/** Takes a stored value for a sitting, if it is one. */
export function readSitting(value: unknown): Read<Sitting> {
  return fitted('sitting', value, sitting);
}
