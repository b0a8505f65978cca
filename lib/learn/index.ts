export { diagramLaws, isSequence, messageCount } from './laws/diagram-laws';
export { type LearnContent, linkLaws, provePreset, proveTrial } from './laws/learn-laws';
export { conceptMap } from './map';
export { notesOf, type SourceNote } from './notes';
export {
  learnJsonSchema,
  readConcepts,
  readDiagram,
  readPreset,
  readRows,
  toPreset,
} from './read';
export { AREAS, type Area, type Concept } from './schema/concept';
export type { Diagram } from './schema/diagram';
export type { Preset } from './schema/preset';
export type { Row, RowKind } from './schema/row';
export type { Trial } from './schema/trial';
export { presetLesson, presetWorld, runTrial } from './trial';
