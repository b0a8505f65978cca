export { diagramLaws, isSequence, messageCount } from './laws/diagram-laws';
export { type LearnContent, linkLaws, provePreset, proveTrial } from './laws/learn-laws';
export { type ConceptMap, conceptMap, type PlacedConcept } from './map';
export { notesOf, type SourceNote } from './notes';
export {
  type LearnFile,
  learnJsonSchema,
  readConcepts,
  readDiagram,
  readPreset,
  readRows,
  toPreset,
} from './read';
export { AREAS, type Area, type Concept } from './schema/concept';
export type { Diagram, LightRule } from './schema/diagram';
export type { Preset } from './schema/preset';
export { ROW_KINDS, type Row, type RowKind } from './schema/row';
export type { Trial } from './schema/trial';
export { presetLesson, presetLessonId, presetOfLesson, presetWorld, type RanTrial, runTrial } from './trial';
