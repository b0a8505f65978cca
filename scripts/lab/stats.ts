import { Cloud } from '../../lib/cloud';
import type { QuizItem } from '../../lib/quiz';
import type { Scenario } from '../../lib/scenario';
import {
  allConcepts,
  allDiagrams,
  allFacts,
  allPresets,
  allQuizItems,
  allRows,
  allScenarios,
} from './content-files';
import type { Subcommand } from './subcommand';

/** How much content there is. */
export const stats: Subcommand = {
  name: 'stats',
  usage: 'stats',
  about: 'Count scenarios, steps, goals, predictions, wrong paths, quiz items, facts and concepts.',
  run: async () => {
    for (const scenario of allScenarios()) process.stdout.write(`${scenario.id}: ${countsOf(scenario)}\n`);
    const items = allQuizItems();
    const types = [...new Set(items.map(({ type }) => type))].sort();
    const byType = types.map((type) => `${items.filter((item) => item.type === type).length} ${type}`);
    process.stdout.write(`quiz items: ${items.length}${items.length > 0 ? ` (${byType.join(', ')})` : ''}\n`);
    process.stdout.write(`facts: ${allFacts().length}\nconcepts: ${allConcepts().length}\n`);
    process.stdout.write(`playbook rows: ${allRows().length}\npresets: ${allPresets().length}\n`);
    process.stdout.write(`${JSON.stringify(shipped())}\n`);
    return 0;
  },
};

/** What ships, for a machine to read: the last line. */
function shipped() {
  const items = allQuizItems();
  const operations = Object.keys(new Cloud({ seed: 'stats', startMs: 0 }).operations('kms') ?? {}).length;
  return {
    operations,
    scenarios: allScenarios().length,
    items: items.length,
    itemsProved: items.filter(isProved).length,
    concepts: allConcepts().length,
    flows: allDiagrams().length + allScenarios().filter(({ flow }) => flow !== undefined).length,
  };
}

/** The engine makes its key true, rather than a cited fact alone. */
function isProved({ proof }: QuizItem): boolean {
  return proof.run.length > 0;
}

function countsOf({ steps, minutes }: Scenario): string {
  const tasks = steps.flatMap((step) => (step.kind === 'do' ? [step] : []));
  const sum = (count: (task: (typeof tasks)[number]) => number) =>
    tasks.reduce((total, task) => total + count(task), 0);
  return [
    `${minutes} minutes`,
    `${steps.length} steps`,
    `${sum(({ goals }) => goals.length)} goals`,
    `${steps.filter(({ predict }) => predict).length} predictions`,
    `${steps.filter(({ decide }) => decide).length} decisions`,
    `${sum(({ solution }) => solution.length)} solution commands`,
    `${sum(({ alternatives }) => alternatives.length)} alternatives`,
    `${sum(({ wrongPaths }) => wrongPaths.length)} wrong paths`,
    `${sum(({ dead }) => dead.length)} dead ends`,
    `${steps.reduce((total, { traps }) => total + traps.length, 0)} traps`,
  ].join(', ');
}
