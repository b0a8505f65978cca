import { endAt, pathAt, pathText, type Step, splitTop } from './jq-reading';

/** A part of a target: the way down a path, a choice of what was reached, or several ways. */
type Stage =
  | { readonly kind: 'path'; readonly steps: readonly Step[] }
  | { readonly kind: 'select'; readonly condition: string }
  | { readonly kind: 'either'; readonly ways: readonly (readonly Stage[])[] };

const VALUE = '$__lab_value';
const CLOSING = /^\)$/;

/**
 * An assignment as updates of one part within another, which make what is missing on the way; undefined where the target
 * is of another kind.
 */
export function assignmentTo(target: string, operator: string, value: string): string | undefined {
  const stages = stagesOf(target);
  if (!stages || stages.length === 0) return undefined;
  if (operator === '|=') return `(${updated(stages, `(${value})`, filling)})`;
  return `((${value}) as ${VALUE} | ${updated(stages, made(operator), filling)})`;
}

/** What becomes of what stands there. The library adds nothing to null, and hands on what is missing as no null at all. */
function made(operator: string): string {
  if (operator === '=') return VALUE;
  if (operator === '+=') return `if type == "null" then ${VALUE} else . + ${VALUE} end`;
  return `. ${operator.slice(0, -1)} ${VALUE}`;
}

/** The deletion of all that the targets reach, the last one first so that no index moves before its turn. */
export function deletionOf(targets: string): string | undefined {
  const deletions = splitTop(targets, ',').map((text) => {
    const stages = stagesOf(text);
    return stages && deleted(stages);
  });
  return deletions.includes(undefined) ? undefined : `(${deletions.reverse().join(' | ')})`;
}

function stagesOf(target: string): readonly Stage[] | undefined {
  const ways = splitTop(target, ',');
  if (ways.length > 1) {
    const found = ways.map(stagesOf);
    return found.includes(undefined)
      ? undefined
      : [{ kind: 'either', ways: found as readonly (readonly Stage[])[] }];
  }
  const found = splitTop(target, '|').map((part) => stagesOfPart(part.trim()));
  return found.includes(undefined) ? undefined : (found as readonly (readonly Stage[])[]).flat();
}

function stagesOfPart(part: string): readonly Stage[] | undefined {
  if (part === '.') return [];
  const [choice] = /^select\s*\(/.exec(part) ?? [];
  if (choice !== undefined && endAt(part, choice.length, CLOSING) === part.length - 1) {
    return [{ kind: 'select', condition: part.slice(choice.length, -1) }];
  }
  if (part.startsWith('(')) {
    const end = endAt(part, 1, CLOSING);
    const [inner, rest] = [stagesOf(part.slice(1, end)), part.slice(end + 1)];
    const outer = rest === '' ? [] : stagesOfPart(rest.startsWith('[') ? `.${rest}` : rest);
    return inner && outer && [...inner, ...outer];
  }
  const path = pathAt(part, 0);
  return path?.text === part ? parted(path.steps) : undefined;
}

/** A path parted after each of its `[]`. */
function parted(steps: readonly Step[]): readonly Stage[] {
  const each = steps.findIndex(({ kind }) => kind === 'each');
  const [first, rest] = each < 0 ? [steps, []] : [steps.slice(0, each + 1), steps.slice(each + 1)];
  return [{ kind: 'path', steps: first }, ...(rest.length === 0 ? [] : parted(rest))];
}

/** @param before what is done before a path is followed. */
function updated(
  stages: readonly Stage[],
  change: string,
  before: (steps: readonly Step[]) => string,
): string {
  const [first, ...rest] = stages;
  if (!first) return change;
  if (first.kind === 'either') {
    return first.ways.map((way) => updated([...way, ...rest], change, before)).join(' | ');
  }
  const inner = updated(rest, change, before);
  if (first.kind === 'select') return `if (${first.condition}) then (${inner}) else . end`;
  return `${before(first.steps)}${pathText(first.steps)} |= (${inner})`;
}

/** Makes each container on the way to the last step, where nothing stands. */
function filling(steps: readonly Step[]): string {
  let made = '';
  let path = '.';
  for (const [at, step] of steps.entries()) {
    if (step.kind === 'each') break;
    const place = at === 0 ? '' : `${path} = `;
    made += `if ${path} == null then ${place}${containerOf(step)} else . end | `;
    path = pathText(steps.slice(0, at + 1));
  }
  return made;
}

function containerOf(step: Step): string {
  if (step.kind === 'variable') return `(if (${step.name} | type) == "number" then [] else {} end)`;
  return step.kind === 'index' ? '[]' : '{}';
}

/** Nothing is made only to be deleted from. */
const asItIs = () => '';

function deleted(stages: readonly Stage[]): string | undefined {
  const last = stages.at(-1);
  const before = stages.slice(0, -1);
  if (last?.kind === 'path') {
    if (last.steps.at(-1)?.kind === 'each') return undefined;
    return updated(before, `del(${pathText(last.steps)})`, asItIs);
  }
  const reached = before.at(-1);
  if (last?.kind !== 'select' || reached?.kind !== 'path' || reached.steps.at(-1)?.kind !== 'each')
    return undefined;
  const held = reached.steps.slice(0, -1);
  const way: readonly Stage[] = held.length === 0 ? [] : [{ kind: 'path', steps: held }];
  const kept = (value: string) => `select(${value}(${last.condition}) | not)`;
  const rest = `if type == "array" then map(${kept('')}) else with_entries(${kept('.value | ')}) end`;
  return updated([...before.slice(0, -1), ...way], rest, asItIs);
}
