import * as z from 'zod';
import { id, line, listOf, noun, prose, region } from '../../scenario';
import { covers } from './trial';
import { only, said } from './words';

/** A part lights up when a request of the command fits all that is named. */
const light = z.strictObject(
  {
    node: line.optional(),
    edge: z.tuple([line, line], said('the nodes at both ends')).optional(),
    /** Of a sequence diagram: which message, counted from 1. */
    message: z.int(said('a whole number')).min(1, said('1 or more')).optional(),
    service: noun.optional(),
    operation: noun.optional(),
    region: region.optional(),
    /** Part of the caller's ARN. */
    caller: line.optional(),
    /** For what happens without a request: lights when the command contains this. */
    source: line.optional(),
    says: line,
  },
  only('a light'),
);

/** A flowchart or a sequence diagram, drawn once and lit by what happens. */
export const diagram = z.strictObject(
  {
    id,
    title: line,
    /** Mermaid: a flowchart with one node or edge a line, or a sequenceDiagram with one message a line. */
    mermaid: prose,
    /** The picture in words, a sentence a line. */
    twin: listOf(line, { least: 2 }),
    lights: listOf(light, { least: 1 }),
    facts: listOf(id).default([]),
    covers,
  },
  only('a diagram'),
);

export type Diagram = z.infer<typeof diagram>;
