import type { Cell } from '../../run';
import { Judge } from '../judge';
import { isConstraint, judgeTask, type TaskVerdict } from '../lesson/verdicts';
import { type Rehearsal, transcript } from '../rehearsal';
import type { Move, Prediction, Task } from '../schema';
import { broken, type Finding } from './finding';

type Where = readonly string[];

/** The `aws` command ends so when a line does not parse. */
const USAGE = 252;

/** Law 2: the engine's answer picks exactly one option, and picked none before. Leaves the run as it was. */
export async function predictionLaw(where: Where, predict: Prediction, stage: Rehearsal): Promise<Finding[]> {
  const at = [...where, 'prediction'];
  const before = holding(predict, stage);
  const { place } = stage;
  const cell = await stage.run(predict.run);
  const after = holding(predict, stage);
  stage.goBack(place);
  if (before.length > 0) return [broken(at, `${before.join(', ')} is so before anything was run`)];
  if (after.length === 1) return usage(at, cell);
  const found = after.length === 0 ? 'none' : after.join(', ');
  return [broken(at, `expected one option to come true, found ${found}\n${transcript(cell)}`)];
}

function holding({ options }: Prediction, stage: Rehearsal): readonly string[] {
  const judge = new Judge(stage.evidence);
  return options.filter(({ when }) => judge.holds(when)).map(({ id }) => id);
}

/** Law 1 for one step, from where the learner enters it. Ends with the solution done. */
export async function taskLaws(where: Where, task: Task, stage: Rehearsal): Promise<Finding[]> {
  return [
    ...startLaw(where, task, stage),
    ...hintLaw(where, task),
    ...(await wrongPathLaw(where, task, stage)),
    ...(await alternativeLaw(where, task, stage)),
    ...(await dropLaw(where, task, stage)),
    ...(await solutionLaw(where, task, stage)),
  ];
}

function verdictAt(task: Task, stage: Rehearsal): TaskVerdict {
  return judgeTask(task, new Judge(stage.evidence));
}

/** Nothing is complained of before the learner did anything. */
export function quietLaw(where: Where, task: Task, stage: Rehearsal): Finding[] {
  const { goals, dead } = verdictAt(task, stage);
  const at = [...where, 'at the start'];
  const early = goals.flatMap(({ goal, because }) => (because ? [`goal ${goal.id} says ${because.id}`] : []));
  return [
    ...early.map((text) => broken(at, `expected no diagnosis before anything was done, found that ${text}`)),
    ...(dead ? [broken(at, `the dead end ${dead.id} holds already`)] : []),
  ];
}

function startLaw(where: Where, task: Task, stage: Rehearsal): Finding[] {
  const { goals } = verdictAt(task, stage);
  const at = [...where, 'at the start'];
  return [
    ...(goals.some(({ goal, state }) => !isConstraint(goal) && state === 'open')
      ? []
      : [broken(at, 'expected a goal that is not met yet, found all of them met')]),
    ...goals.flatMap(({ goal, state }) =>
      state === 'broken' ? [broken(at, `the constraint ${goal.id} is broken already`)] : [],
    ),
  ];
}

/** The exact rung is one of the solution's commands; so running the solution proves that it parses. */
function hintLaw(where: Where, { hints, solution }: Task): Finding[] {
  if (solution.some(({ run }) => run === hints.exact)) return [];
  const commands = solution.map(({ run }) => run).join('\n');
  return [
    broken(
      [...where, 'hints, exact'],
      `expected one of the solution's commands, found ${hints.exact}\n${commands}`,
    ),
  ];
}

async function wrongPathLaw(where: Where, task: Task, stage: Rehearsal): Promise<Finding[]> {
  const found: Finding[] = [];
  const { place } = stage;
  const seen = new Set<string>();
  for (const { mistake, run, gets } of task.wrongPaths) {
    const at = [...where, `wrong path "${mistake}"`];
    if (seen.has(gets))
      found.push(broken(at, `expected a message of its own, found ${gets}, which another one gets`));
    seen.add(gets);
    const cells = await runAll(run, stage);
    const { goals, done, dead } = verdictAt(task, stage);
    const said = [
      ...goals.flatMap(({ because }) => (because ? [because.id] : [])),
      ...(dead ? [dead.id] : []),
    ];
    if (done) found.push(broken(at, 'expected an open goal, found all of them met'));
    if (!said.includes(gets)) {
      found.push(broken(at, `expected ${gets}, found ${said.join(', ') || 'no message'}\n${script(cells)}`));
    }
    found.push(...cells.flatMap((cell) => usage(at, cell)));
    stage.goBack(place);
  }
  return found;
}

async function alternativeLaw(where: Where, task: Task, stage: Rehearsal): Promise<Finding[]> {
  const found: Finding[] = [];
  const { place } = stage;
  for (const { name, run } of task.alternatives) {
    const cells = await runAll(run, stage);
    found.push(...unmet([...where, `alternative "${name}"`], verdictAt(task, stage), cells));
    stage.goBack(place);
  }
  return found;
}

/** Dropping any one command that is not just a look breaks some goal. */
async function dropLaw(where: Where, task: Task, stage: Rehearsal): Promise<Finding[]> {
  const found: Finding[] = [];
  const start = stage.place;
  const needed = task.solution.filter(({ look }) => !look);
  for (const [at, move] of needed.entries()) {
    const { place } = stage;
    await runAll(runsOf(needed.slice(at + 1)), stage);
    if (verdictAt(task, stage).done) {
      const text = 'is not needed: without it every goal is met. Mark it with look, or let a goal ask for it';
      found.push(broken([...where, 'solution'], `${move.run} ${text}`));
    }
    stage.goBack(place);
    await stage.run(move.run);
  }
  stage.goBack(start);
  return found;
}

async function solutionLaw(where: Where, task: Task, stage: Rehearsal): Promise<Finding[]> {
  const at = [...where, 'solution'];
  const cells = await runAll(runsOf(task.solution), stage);
  return [...unmet(at, verdictAt(task, stage), cells), ...cells.flatMap((cell) => usage(at, cell))];
}

function runsOf(moves: readonly Move[]): readonly string[] {
  return moves.map(({ run }) => run);
}

async function runAll(sources: readonly string[], stage: Rehearsal): Promise<readonly Cell[]> {
  const cells: Cell[] = [];
  for (const source of sources) cells.push(await stage.run(source));
  return cells;
}

function unmet(where: Where, { goals, dead }: TaskVerdict, cells: readonly Cell[]): Finding[] {
  const open = goals.filter(({ state }) => state !== 'done');
  const said = open.map(({ goal, because }) => `${goal.id}${because ? ` (${because.id})` : ''}`);
  if (dead) said.push(`dead end ${dead.id}`);
  if (said.length === 0) return [];
  return [broken(where, `expected every goal to be met, found open: ${said.join(', ')}\n${script(cells)}`)];
}

function usage(where: Where, cell: Cell): Finding[] {
  const wrong = cell.statements.some(
    ({ exitCode }) => exitCode === USAGE || exitCode === 127 || exitCode === 2,
  );
  return wrong ? [broken(where, `a command does not parse\n${transcript(cell)}`)] : [];
}

function script(cells: readonly Cell[]): string {
  return cells.map(transcript).join('');
}
