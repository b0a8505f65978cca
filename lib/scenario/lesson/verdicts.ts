import type { Judge } from '../judge';
import type { DeadEnd, Goal, Task } from '../schema';

/** What a goal has come to. */
interface GoalVerdict {
  readonly goal: Goal;
  readonly state: 'done' | 'open' | 'broken';
  /** Id and text of the diagnosis: not yet, because. */
  readonly because?: { readonly id: string; readonly say: string };
}

export interface TaskVerdict {
  readonly goals: readonly GoalVerdict[];
  readonly done: boolean;
  /** The first dead end that holds: the goals cannot be reached from here. */
  readonly dead?: DeadEnd;
}

/** `never` and `at most` limit how a goal may be reached; they hold at the start. */
export function isConstraint({ when }: Goal): boolean {
  const names = Object.keys(when);
  return names.every((name) => name === 'never' || name === 'atMost');
}

export function judgeTask(task: Task, judge: Judge): TaskVerdict {
  const goals = task.goals.map((goal) => judgeGoal(goal, judge));
  const done = goals.every(({ state }) => state === 'done');
  const dead = done ? undefined : task.dead.find(({ when }) => judge.holds(when));
  return { goals, done, dead };
}

function judgeGoal(goal: Goal, judge: Judge): GoalVerdict {
  if (judge.holds(goal.when)) return { goal, state: 'done' };
  const found = goal.diagnose.find(({ when }) => judge.holds(when));
  const because = found && { id: found.id, say: found.say };
  return { goal, state: isConstraint(goal) ? 'broken' : 'open', because };
}
