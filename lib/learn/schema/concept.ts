import * as z from 'zod';
import { id, line, listOf, prose } from '../../scenario';
import { covers, trial } from './trial';
import { only, said } from './words';

/** Parts of the concept map, in the order in which one meets them. */
export const AREAS = ['keys', 'data', 'access', 'regions', 'life', 'stores', 'services', 'evidence'] as const;
export type Area = (typeof AREAS)[number];

/** An idea a learner meets: a page of Learn, with a flow that lights up and something to try. */
export const concept = z.strictObject(
  {
    id,
    title: line,
    short: line,
    text: prose,
    facts: listOf(id).default([]),
    /** Where it stands on the map. */
    area: z.enum(AREAS, said(`one of ${AREAS.join(', ')}`)),
    /** Ids of the concepts it builds on: the lines of the map. */
    needs: listOf(id, { most: 4 }).default([]),
    /** Ids of diagrams shown on its page; the commands below light them. */
    flows: listOf(id, { least: 1, most: 3 }),
    try: trial,
    covers,
  },
  only('a concept'),
);

export type Concept = z.infer<typeof concept>;
