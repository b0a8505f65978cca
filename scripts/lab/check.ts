import { resolve } from 'node:path';
import { findingLine, proveScenario, readScenario, type Scenario } from '../../lib/scenario';
import { allKnowledge, allScenarios, readFile } from './content-files';
import type { Subcommand } from './subcommand';

/** Proves one scenario by playing it: by its id, or by the path of a file. */
export const check: Subcommand = {
  name: 'check',
  usage: 'check SCENARIO|FILE.yaml ... (all of content/scenarios where none is named)',
  about: 'Prove a scenario: its goals, solution, alternatives, wrong paths, predictions, facts and flow.',
  run: async (args) => {
    try {
      return await checkAll(args.length === 0 ? allScenarios() : args.map(scenarioNamed));
    } catch (error) {
      process.stderr.write(`lab check: ${error instanceof Error ? error.message : String(error)}\n`);
      return 2;
    }
  },
};

function scenarioNamed(name: string): Scenario {
  if (/\.(ya?ml|json)$/.test(name)) return readFile(resolve(name), readScenario).value;
  const all = allScenarios();
  const found = all.find(({ id }) => id === name);
  if (found) return found;
  throw new Error(`expected a file or one of ${all.map(({ id }) => id).join(', ')}; found ${name}`);
}

async function checkAll(scenarios: readonly Scenario[]): Promise<number> {
  const known = allKnowledge(Date.now());
  let broken = 0;
  for (const scenario of scenarios) {
    const found = await proveScenario(scenario, known, (step) => {
      process.stdout.write(`${scenario.id}: ${step.id}\n`);
    });
    for (const one of found) process.stdout.write(`${findingLine(one)}\n`);
    broken += found.filter(({ level }) => level === 'error').length;
    process.stdout.write(`${scenario.id}: ${found.length === 0 ? 'all laws hold' : `${found.length} findings`}\n`);
  }
  return broken > 0 ? 1 : 0;
}
