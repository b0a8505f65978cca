import { resolve } from 'node:path';
import { diagramLaws, linkLaws, provePreset, proveTrial } from '../../lib/learn';
import { balanceLaws, proveQuizItem } from '../../lib/quiz';
import { type Finding, findingLine, proveScenario, readScenario, type Scenario } from '../../lib/scenario';
import { allKnowledge, allQuizItems, allScenarios, learnContent, readFile } from './content-files';
import type { Subcommand } from './subcommand';

const QUIZZES = 'quizzes';
const LEARN = 'learn';

/** Proves scenarios by playing them, and the quiz items. */
export const check: Subcommand = {
  name: 'check',
  usage: `check [SCENARIO|FILE.yaml|${QUIZZES}|${LEARN}|${LEARN}:ID ...]`,
  about:
    'Prove scenarios, quiz items, and what Learn and the playbook say: all of them, or those named by id or by file.',
  run: async (args) => {
    try {
      return await checkAll(
        args.length === 0 ? [...allScenarios().map(({ id }) => id), QUIZZES, LEARN] : args,
      );
    } catch (error) {
      process.stderr.write(`lab check: ${error instanceof Error ? error.message : String(error)}\n`);
      return 2;
    }
  },
};

async function checkAll(names: readonly string[]): Promise<number> {
  let broken = 0;
  for (const name of names) {
    const found = await findingsOf(name);
    for (const one of found) process.stdout.write(`${findingLine(one)}\n`);
    broken += found.filter(({ level }) => level === 'error').length;
    process.stdout.write(`${name}: ${found.length === 0 ? 'all laws hold' : `${found.length} findings`}\n`);
  }
  return broken > 0 ? 1 : 0;
}

function findingsOf(name: string): Promise<readonly Finding[]> {
  if (name === QUIZZES) return quizFindings();
  if (name === LEARN) return learnFindings();
  if (name.startsWith(`${LEARN}:`)) return learnFindings(name.slice(LEARN.length + 1));
  return scenarioFindings(scenarioNamed(name));
}

/** @param part of an id; without one everything is proved. */
async function learnFindings(part = ''): Promise<readonly Finding[]> {
  const content = learnContent(Date.now());
  const { concepts, diagrams, rows, presets } = content;
  const found: Finding[] = [...linkLaws(content), ...diagrams.flatMap(diagramLaws)];
  for (const preset of presets.filter(({ id }) => id.includes(part)))
    found.push(...(await provePreset(preset)));
  for (const one of [...concepts, ...rows].filter(({ id }) => id.includes(part))) {
    if (one.try) found.push(...(await proveTrial([one.id], one.try, presets)));
  }
  return found;
}

function scenarioNamed(name: string): Scenario {
  if (/\.(ya?ml|json)$/.test(name)) return readFile(resolve(name), readScenario).value;
  const all = allScenarios();
  const found = all.find(({ id }) => id === name);
  if (found) return found;
  throw new Error(
    `expected a file, ${QUIZZES}, ${LEARN}, or one of ${all.map(({ id }) => id).join(', ')}; found ${name}`,
  );
}

function scenarioFindings(scenario: Scenario): Promise<readonly Finding[]> {
  return proveScenario(scenario, allKnowledge(Date.now()), ({ id }) => {
    process.stdout.write(`${scenario.id}: ${id}\n`);
  });
}

async function quizFindings(): Promise<readonly Finding[]> {
  const known = allKnowledge(Date.now());
  const items = allQuizItems();
  const found: Finding[] = [...balanceLaws(items)];
  for (const item of items) found.push(...(await proveQuizItem(item, known)));
  return found;
}
