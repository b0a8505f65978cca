import { seededStream, shuffled } from '../base';
import type { QuizItem } from './schema';

/**
 * The item as one showing of it lists its options: the same showing always in the same order, the next one in
 * another. Places in a document or a picture stay where they are. An order never begins as its key, and the
 * targets of a match never stand in line with what goes with them.
 * @param showing what tells one showing from another
 */
export function asShown(item: QuizItem, showing: string): QuizItem {
  if (item.type === 'hotspot') return item;
  const stream = seededStream(item.id, showing);
  const chance = () => (stream.next(1)[0] as number) / 256;
  const options = shuffled(item.options, chance);
  const ids = options.map(({ id }) => id);
  if (item.type === 'order') {
    return { ...item, options: isSame(ids, item.key ?? []) ? turned(options) : options };
  }
  if (item.type !== 'match') return { ...item, options };
  const targets = shuffled(item.targets, chance);
  const wanted = ids.map((id) => item.matches?.[id]);
  const inLine = isSame(
    targets.map(({ id }) => id),
    wanted,
  );
  return { ...item, options, targets: inLine ? turned(targets) : targets };
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((one, at) => one === b[at]);
}

/** The first one goes to the end. */
function turned<T>([first, ...rest]: readonly T[]): T[] {
  return first === undefined ? [] : [...rest, first];
}
