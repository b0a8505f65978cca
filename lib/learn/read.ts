import * as z from 'zod';
import { fitted, type Read } from '../reading';
import { listOf, readContent } from '../scenario';
import { type Concept, concept } from './schema/concept';
import { type Diagram, diagram } from './schema/diagram';
import { type Preset, preset } from './schema/preset';
import { type Row, row } from './schema/row';

const MOST = { most: 500 };

export function readConcepts(text: string): Read<readonly Concept[]> {
  return readContent('concepts', text, listOf(concept, MOST));
}

export function readDiagram(text: string): Read<Diagram> {
  return readContent('diagram', text, diagram);
}

/** A file of the playbook or of the glossary. */
export function readRows(text: string): Read<readonly Row[]> {
  return readContent('rows', text, listOf(row, MOST));
}

export function readPreset(text: string): Read<Preset> {
  return readContent('preset', text, preset);
}

/** Takes a value that was read before for a preset, if it is one. */
export function toPreset(value: unknown): Read<Preset> {
  return fitted('preset', value, preset);
}

const LEARN_FILES = { concepts: z.array(concept), diagram, rows: z.array(row), preset };
export type LearnFile = keyof typeof LEARN_FILES;

/** For editors that check and complete YAML. */
export function learnJsonSchema(file: LearnFile): object {
  return z.toJSONSchema(LEARN_FILES[file], { io: 'input', unrepresentable: 'any' });
}
