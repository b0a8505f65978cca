import type { QuizItem } from './schema';

/** single, multiple, predict, hotspot: ids of options. order: ids in order. match: option id to target id. */
export interface Answer {
  readonly chosen: readonly string[];
  readonly matched: Readonly<Record<string, string>>;
  readonly confidence?: 'guess' | 'think' | 'sure';
}

/** What is asked, without what gives the answer away. */
export interface Question {
  readonly id: string;
  readonly type: QuizItem['type'];
  readonly stem: string;
  readonly choose: number;
  readonly exhibit?: {
    readonly title: string;
    readonly lines: readonly string[];
    readonly marked: readonly number[];
  };
  readonly diagram?: {
    readonly title: string;
    readonly mermaid: string;
    readonly twin: readonly string[];
  };
  readonly options: readonly {
    readonly id: string;
    readonly text: string;
    /** Of a hotspot: its place in the exhibit, both ends counted from zero. */
    readonly lines?: { readonly first: number; readonly last: number };
    /** Of a hotspot: its node of the diagram. */
    readonly node?: string;
  }[];
  readonly targets: readonly { readonly id: string; readonly text: string }[];
  readonly asksConfidence: boolean;
}

/** Everything there is to say once an answer was given. */
export interface Result {
  readonly right: boolean;
  readonly answer: Answer;
  readonly key: Answer;
  readonly reasons: readonly {
    readonly optionId: string;
    readonly why: string;
    /** Of a pair: what is wrong with the target that was chosen. */
    readonly whyNot?: string;
    readonly rightWhen?: string;
  }[];
  /** Its name. */
  readonly trap: string;
}

/** Study explains each answer at once; an exam says nothing until the end. */
export type Mode = 'study' | 'exam';

/** @param answered whether the lines that decide may be shown */
export function questionOf(item: QuizItem, mode: Mode, answered = false): Question {
  const { id, type, stem, exhibit, diagram, options, targets } = item;
  return {
    id,
    type,
    stem,
    choose: chosenOf(item),
    exhibit: exhibit && {
      title: exhibit.title,
      lines: exhibit.lines,
      marked: answered ? exhibit.decides.map((number) => number - 1) : [],
    },
    diagram,
    options: options.map((option) => ({
      id: option.id,
      text: option.text,
      lines: option.line && { first: option.line[0] - 1, last: option.line[1] - 1 },
      node: option.node,
    })),
    targets,
    asksConfidence: mode === 'study',
  };
}

/** How many are to be chosen; 1 where nothing is. */
export function chosenOf({ type, key, choose }: QuizItem): number {
  if (type === 'hotspot') return key?.length ?? 1;
  return type === 'multiple' ? (choose ?? 2) : 1;
}

export function keyOf({ key, matches }: QuizItem): Answer {
  return { chosen: key ?? [], matched: matches ?? {} };
}

/** All or nothing, and a blank is wrong, as AWS marks. */
export function isRight(item: QuizItem, answer: Answer): boolean {
  const key = keyOf(item);
  if (item.type === 'match') {
    const names = Object.keys(key.matched);
    return names.every((name) => answer.matched[name] === key.matched[name]);
  }
  if (item.type === 'order') return key.chosen.join(' ') === answer.chosen.join(' ');
  const chosen = new Set(answer.chosen);
  return chosen.size === key.chosen.length && key.chosen.every((one) => chosen.has(one));
}

export function resultOf(item: QuizItem, answer: Answer): Result {
  return {
    right: isRight(item, answer),
    answer,
    key: keyOf(item),
    reasons: item.options.map((option) => reasonOf(option, answer)),
    trap: item.trap.name,
  };
}

/** Where a wrong target was matched, what is wrong with that one comes along. */
function reasonOf({ id, why, whyNot, rightWhen }: QuizItem['options'][number], { matched }: Answer) {
  const chosen = matched[id];
  return { optionId: id, why, whyNot: chosen === undefined ? undefined : whyNot?.[chosen], rightWhen };
}
