import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { problemSentence } from '../../lib/reading';
import { readScenario, type Scenario } from '../../lib/scenario';
import type { ScenarioSummary } from '../../lib/views';

const FOLDER = join(process.cwd(), 'content', 'scenarios');

/** Every scenario, read when the site is built. A file that cannot be read stops the build. */
export function allScenarios(): readonly Scenario[] {
  if (!existsSync(FOLDER)) return [];
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'));
  return files.sort().map((name) => {
    const read = readScenario(readFileSync(join(FOLDER, name), 'utf8'));
    if (!read.ok) throw new Error(`content/scenarios/${name}: ${problemSentence(read.problem)}`);
    return read.value;
  });
}

export function summaryOf({ id, title, summary, minutes, pager, steps }: Scenario): ScenarioSummary {
  return {
    id,
    title,
    summary,
    minutes,
    pager,
    steps: steps.map((step) => ({ id: step.id, title: step.title })),
  };
}
