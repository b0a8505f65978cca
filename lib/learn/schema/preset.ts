import * as z from 'zod';
import { account, command, id, line, listOf, region } from '../../scenario';
import { covers } from './trial';
import { only } from './words';

const identity = z.strictObject(
  {
    /** Profile of the `aws` command. */
    profile: id,
    account,
    user: line.optional(),
    role: line.optional(),
    note: line.optional(),
  },
  only('an identity'),
);

/** A world for the sandbox to begin in, made by commands. */
export const preset = z.strictObject(
  {
    id,
    title: line,
    /** What is there, in a sentence or two. */
    summary: line,
    /** On the map in this order; the console begins in the first. */
    regions: listOf(region, { least: 1, most: 4 }).default(['eu-west-1']),
    /** Beside the administrator `student`, whose profile is `default`. */
    identities: listOf(identity, { most: 8 }).default([]),
    setup: listOf(command, { most: 20 }).default([]),
    /** Typed into the console when the learner opens the preset from the list: something to begin with. */
    first: command.optional(),
    covers,
  },
  only('a preset'),
);

export type Preset = z.infer<typeof preset>;
