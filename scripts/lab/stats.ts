import type { Scenario } from '../../lib/scenario';
import { allConcepts, allFacts, allQuizItems, allScenarios } from './content-files';
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
    return 0;
  },
};

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
