import * as z from 'zod';
import { command, id, line, listOf, predicate } from '../../scenario';
import { only } from './words';

/** Something to try: commands in the world of a preset, and what comes of them. */
export const trial = z.strictObject(
  {
    /** The world it begins in: an id of `content/presets`. */
    preset: id.default('empty-account'),
    run: listOf(command, { least: 1, most: 12 }),
    /** What comes of it, in a sentence for the learner. */
    outcome: line,
    /** The same for the engine; `lab check` runs the commands and looks. */
    holds: predicate,
  },
  only('something to try'),
);

export type Trial = z.infer<typeof trial>;

export const covers = listOf(
  z.string().regex(/^[A-Z]-\d{3}$/, { error: 'an id of the checklist such as C-009' }),
).default([]);
