import * as z from 'zod';
import { id, line, listOf, prose } from '../../scenario';
import { covers, trial } from './trial';
import { only, said } from './words';

const ROW_KINDS = [
  'error',
  'symptom',
  'limit',
  'comparison',
  'condition',
  'command',
  'practice',
  'cost',
  'term',
] as const;
export type RowKind = (typeof ROW_KINDS)[number];

const table = z
  .strictObject(
    {
      head: listOf(line, { least: 2, most: 6 }),
      rows: listOf(listOf(line, { least: 2, most: 6 }), { least: 1, most: 20 }),
    },
    only('a table'),
  )
  .refine(({ head, rows }) => rows.every((row) => row.length === head.length), {
    error: 'as many cells in each row as there are heads',
  });

/** A row of the playbook: what somebody looks up, and where the lab shows it. */
export const row = z
  .strictObject(
    {
      id,
      kind: z.enum(ROW_KINDS, said(`one of ${ROW_KINDS.join(', ')}`)),
      /** The error as it is printed, the symptom as it is told, the question of a comparison. */
      title: line,
      /** Further words somebody may search with. */
      also: listOf(line, { most: 12 }).default([]),
      /** What it means and what to do. */
      answer: prose,
      table: table.optional(),
      /** Opens the sandbox with the commands typed in. */
      try: trial.optional(),
      /** Opens a lab; the step is named for the reader. */
      lab: z.strictObject({ scenario: id, step: id.optional() }, only('a lab')).optional(),
      concepts: listOf(id).default([]),
      facts: listOf(id).default([]),
      covers,
    },
    only('a row of the playbook'),
  )
  .refine((one) => one.try !== undefined || one.lab !== undefined || one.concepts.length > 0, {
    error: 'something that shows it: try, lab or concepts',
  });

export type Row = z.infer<typeof row>;
