import {
  type Concept,
  type Diagram,
  type Preset,
  type Row,
  readConcepts,
  readDiagram,
  readPreset,
  readRows,
} from '../../lib/learn';
import { type Fact, readFacts } from '../../lib/scenario';
import { contentFolder } from './files';

export function allConcepts(): readonly Concept[] {
  return contentFolder('concepts', readConcepts).flat();
}

export function allDiagrams(): readonly Diagram[] {
  return contentFolder('diagrams', readDiagram);
}

/** The playbook's rows, with the glossary's. */
export function allRows(): readonly Row[] {
  return [...contentFolder('playbook', readRows), ...contentFolder('glossary', readRows)].flat();
}

export function allPresets(): readonly Preset[] {
  const presets = contentFolder('presets', readPreset);
  // The plainest first; then by name.
  return [...presets].sort((a, b) => rank(a) - rank(b) || a.title.localeCompare(b.title));
}

function rank({ setup }: Preset): number {
  return setup.length === 0 ? 0 : 1;
}

export function allFacts(): readonly Fact[] {
  return contentFolder('facts', readFacts).flat();
}
