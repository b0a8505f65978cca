import { broken, type Finding } from '../../scenario';
import { chosenOf, keyOf } from '../marking';
import type { QuizItem } from '../schema';

const MOST_WORDS = 120;
const ALL_OF = /\b(all|none|both|neither) of the (above|other|options)\b/i;
const ABSOLUTE = /\b(always|never|only|every|none|impossible)\b/i;
/** How the right option may differ from all others, as shares of their lengths, and how much nobody sees. */
const MOST_OF_LONGEST = 1.5;
const LEAST_OF_SHORTEST = 0.5;
const FEW_LETTERS = 10;
const NUMBERS = ['', 'one', 'two', 'three', 'four', 'five'];

/** Law 5 for one item: how it is worded must not give the answer away. */
export function wordingLaws(item: QuizItem): Finding[] {
  const where = ['quiz', item.id];
  const words = item.stem.split(/\s+/).filter(Boolean).length;
  const found: Finding[] = [];
  if (words > MOST_WORDS)
    found.push(broken(where, `expected a stem of at most ${MOST_WORDS} words, found ${words}`));
  for (const { id, text } of item.options) {
    if (ALL_OF.test(text))
      found.push(broken([...where, id], `expected an option of its own, found "${text}"`));
  }
  return [
    ...found,
    ...statesNumber(where, item),
    ...reasons(where, item),
    ...absolutes(where, item),
    ...begunRight(where, item),
    ...standsOut(where, item),
  ];
}

function statesNumber(where: readonly string[], item: QuizItem): Finding[] {
  const choose = chosenOf(item);
  const { type, stem } = item;
  if (type !== 'multiple' && choose === 1) return [];
  const word = NUMBERS[choose] ?? String(choose);
  const stated = new RegExp(`\\b(${word}|${choose})\\b`, 'i').test(stem);
  return stated ? [] : [broken(where, `expected the stem to say that ${word} are to be chosen`)];
}

/** Each wrong option says what it is a mistake for, and when it would be right. */
function reasons(where: readonly string[], item: QuizItem): Finding[] {
  if (!hasWrongOptions(item)) return [];
  const right = keyOf(item).chosen;
  return item.options.flatMap(({ id, misconception, rightWhen }) => {
    if (right.includes(id)) return [];
    const missing = [misconception ?? 'its misconception', rightWhen ?? 'when it would be right'].filter(
      (_, at) => [misconception, rightWhen][at] === undefined,
    );
    return missing.map((what) => broken([...where, id], `expected ${what}, found nothing`));
  });
}

/** Absolute words in wrong options alone are a giveaway. */
function absolutes(where: readonly string[], item: QuizItem): Finding[] {
  if (!hasWrongOptions(item)) return [];
  const right = keyOf(item).chosen;
  const absolute = item.options.filter(({ text }) => ABSOLUTE.test(text)).map(({ id }) => id);
  const tells = absolute.length > 0 && !absolute.some((id) => right.includes(id));
  return tells && absolute.length === item.options.length - right.length
    ? [broken(where, `absolute words stand in the wrong options alone: ${absolute.join(', ')}`)]
    : [];
}

/** Far longer or shorter than every other option: seen before anything is read. */
function standsOut(where: readonly string[], item: QuizItem): Finding[] {
  if (item.type !== 'single' && item.type !== 'predict') return [];
  const right = item.options.find(({ id }) => id === item.key?.[0])?.text.length ?? 0;
  const wrong = item.options.filter(({ id }) => id !== item.key?.[0]).map(({ text }) => text.length);
  const [shortest, longest] = [Math.min(...wrong), Math.max(...wrong)];
  if (right > MOST_OF_LONGEST * longest && right - longest > FEW_LETTERS) {
    return [
      broken(where, `expected the right option to be shorter, found ${right} letters beside ${longest}`),
    ];
  }
  if (right < LEAST_OF_SHORTEST * shortest && shortest - right > FEW_LETTERS) {
    return [
      broken(where, `expected the right option to be longer, found ${right} letters beside ${shortest}`),
    ];
  }
  return [];
}

/** What stands as it should before anybody touched it gives itself away. */
function begunRight(where: readonly string[], { type, options, targets, key, matches }: QuizItem): Finding[] {
  const ids = options.map(({ id }) => id);
  if (type === 'order' && ids.join(' ') === key?.join(' '))
    return [broken(where, 'expected the options in another order than the key')];
  const names = targets.map(({ id }) => id).slice(0, ids.length);
  if (type === 'match' && ids.map((id) => matches?.[id]).join(' ') === names.join(' '))
    return [broken(where, 'expected the targets in another order than the options')];
  return [];
}

function hasWrongOptions({ type }: QuizItem): boolean {
  return type !== 'order' && type !== 'match';
}

/** Below so many items a bank says nothing about balance. */
const FEWEST = 3;

/** Law 5 over a bank: the longest option is not usually right, and the key has no favourite place. */
export function balanceLaws(items: readonly QuizItem[]): Finding[] {
  const single = items.filter(({ type }) => type === 'single' || type === 'predict');
  if (single.length < FEWEST) return [];
  const longest = single.filter((item) => longestIsRight(item));
  const places = new Map<number, string[]>();
  for (const item of single) {
    const place = item.options.findIndex(({ id }) => id === item.key?.[0]);
    places.set(place, [...(places.get(place) ?? []), item.id]);
  }
  const most = single.length / 2 + 0.5;
  return [
    ...(longest.length > most
      ? [broken(['quiz'], `the longest option is right in ${longest.map(({ id }) => id).join(', ')}`)]
      : []),
    ...[...places]
      .filter(([, ids]) => ids.length > most)
      .map(([place, ids]) => broken(['quiz'], `the key stands in place ${place + 1} in ${ids.join(', ')}`)),
  ];
}

function longestIsRight({ options, key }: QuizItem): boolean {
  const lengths = options.map(({ text }) => text.length);
  const most = Math.max(...lengths);
  return options.some(({ id, text }) => text.length === most && key?.includes(id));
}
