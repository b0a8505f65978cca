import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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
import { problemSentence, type Read } from '../../lib/reading';
import { type Fact, readFacts } from '../../lib/scenario';

const CONTENT = join(process.cwd(), 'content');

/** Every file of a folder of content, read when the site is built. One that cannot be read stops the build. */
function allOf<T>(folder: string, read: (text: string) => Read<T>): readonly T[] {
  const place = join(CONTENT, folder);
  if (!existsSync(place)) return [];
  const names = readdirSync(place).filter((name) => name.endsWith('.yaml'));
  return names.sort().map((name) => {
    const result = read(readFileSync(join(place, name), 'utf8'));
    if (!result.ok) throw new Error(`content/${folder}/${name}: ${problemSentence(result.problem)}`);
    return result.value;
  });
}

export function allConcepts(): readonly Concept[] {
  return allOf('concepts', readConcepts).flat();
}

export function allDiagrams(): readonly Diagram[] {
  return allOf('diagrams', readDiagram);
}

/** The playbook's rows, with the glossary's. */
export function allRows(): readonly Row[] {
  return [...allOf('playbook', readRows), ...allOf('glossary', readRows)].flat();
}

export function allPresets(): readonly Preset[] {
  const presets = allOf('presets', readPreset);
  // The plainest first; then by name.
  return [...presets].sort((a, b) => rank(a) - rank(b) || a.title.localeCompare(b.title));
}

function rank({ setup }: Preset): number {
  return setup.length === 0 ? 0 : 1;
}

export function allFacts(): readonly Fact[] {
  return allOf('facts', readFacts).flat();
}
