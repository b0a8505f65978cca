import { flowParts } from '../scenario';

/** A part that does not fit the item's type. */
interface Misfit {
  readonly path: PropertyKey[];
  readonly expected: string;
  readonly found: unknown;
}

interface KeyedOption {
  readonly id: string;
  readonly when?: unknown;
  readonly line?: readonly [number, number] | undefined;
  readonly node?: string | undefined;
  readonly whyNot?: Readonly<Record<string, string>> | undefined;
}

interface Keyed {
  readonly type: 'single' | 'multiple' | 'order' | 'match' | 'hotspot' | 'predict';
  readonly choose?: number | undefined;
  readonly options: readonly KeyedOption[];
  readonly targets: readonly { readonly id: string }[];
  readonly key?: readonly string[] | undefined;
  readonly matches?: Readonly<Record<string, string>> | undefined;
  readonly exhibit?: { readonly lines: readonly string[] } | undefined;
  readonly diagram?: { readonly mermaid: string } | undefined;
}

/** What an item's parts have to be for its type. */
export function misfits(item: Keyed): Misfit[] {
  return [...ofIds(item), ...OF_TYPE[item.type](item), ...ofPlaces(item)];
}

const misfit = (path: PropertyKey[], expected: string, found: unknown): Misfit => ({ path, expected, found });

function ofIds({ options, targets, key = [] }: Keyed): Misfit[] {
  const ids = options.map(({ id }) => id);
  const names = targets.map(({ id }) => id);
  const stray = key.filter((id) => !ids.includes(id));
  return [
    ...(hasTwice(ids) ? [misfit(['options'], 'options with ids of their own', ids.join(', '))] : []),
    ...(hasTwice(names) ? [misfit(['targets'], 'targets with ids of their own', names.join(', '))] : []),
    ...(hasTwice(key) ? [misfit(['key'], 'each id once', key.join(', '))] : []),
    ...(stray.length > 0 ? [misfit(['key'], `ids of options (${ids.join(', ')})`, stray.join(', '))] : []),
  ];
}

const OF_TYPE: Readonly<Record<Keyed['type'], (item: Keyed) => Misfit[]>> = {
  single: (item) => keyOfLength(item, 1),
  multiple: (item) => [
    ...keyOfLength(item, item.choose ?? 2),
    ...(item.choose === undefined ? [misfit(['choose'], 'how many to choose', undefined)] : []),
    ...withWrongOptions(item),
  ],
  order: (item) => [
    ...keyOfLength(item, item.options.length),
    ...(item.options.length < FEWEST_STEPS
      ? [misfit(['options'], `at least ${FEWEST_STEPS} to put in order`, item.options)]
      : []),
  ],
  match: pairs,
  hotspot: (item) => [
    ...keyOfLength(item, Math.max(1, item.key?.length ?? 1)),
    ...withWrongOptions(item),
    ...spots(item),
  ],
  predict: (item) => [
    ...keyOfLength(item, 1),
    ...(item.options.some(({ when }) => when === undefined)
      ? [misfit(['options'], 'a condition for each option', undefined)]
      : []),
  ],
};

/** Two things to put in order are one question of two options. */
const FEWEST_STEPS = 3;

function keyOfLength({ key }: Keyed, wanted: number): Misfit[] {
  if (key?.length === wanted) return [];
  return [misfit(['key'], `${wanted} id${wanted === 1 ? '' : 's'}`, key?.length ?? 0)];
}

function withWrongOptions({ key = [], options }: Keyed): Misfit[] {
  return key.length < options.length ? [] : [misfit(['options'], 'at least one that is wrong', options)];
}

function pairs({ options, targets, matches = {} }: Keyed): Misfit[] {
  const ids = options.map(({ id }) => id);
  const names = targets.map(({ id }) => id);
  if (names.length < 2) return [misfit(['targets'], 'at least two targets', targets)];
  const stray = Object.keys(matches).find((id) => !ids.includes(id));
  const isWhole = stray === undefined && ids.every((id) => names.includes(matches[id] ?? ''));
  const found = isWhole ? [] : [misfit(['matches'], `one of ${names.join(', ')} for each option`, matches)];
  options.forEach(({ id, whyNot = {} }, at) => {
    const wrong = names.filter((name) => name !== matches[id]);
    if (Object.keys(whyNot).some((name) => !wrong.includes(name)))
      found.push(misfit(['options', at, 'whyNot'], `reasons for ${wrong.join(', ')} alone`, whyNot));
  });
  return found;
}

/** A hotspot's options are all of one sort: lines, nodes, or statements that are written out. */
function spots({ options, exhibit, diagram }: Keyed): Misfit[] {
  const byLine = options.filter(({ line }) => line).length;
  const byNode = options.filter(({ node }) => node).length;
  if (byLine + byNode === 0) return [];
  if (byLine !== options.length && byNode !== options.length)
    return [misfit(['options'], 'a line for each option, or a node for each', options)];
  if (byLine > 0) return lineSpots(options, exhibit?.lines.length ?? 0);
  const nodes = diagram ? flowParts(diagram.mermaid).nodes : [];
  const drawn = options.flatMap(({ node }, at) =>
    nodes.includes(node as string)
      ? []
      : [misfit(['options', at, 'node'], `a node of the diagram (${nodes.join(', ') || 'none'})`, node)],
  );
  const twice = hasTwice(options.map(({ node }) => node as string));
  return [...drawn, ...(twice ? [misfit(['options'], 'a node of its own for each', options)] : [])];
}

function lineSpots(options: readonly KeyedOption[], lines: number): Misfit[] {
  const taken = new Set<number>();
  return options.flatMap(({ line = [1, 1] }, at) => {
    const [first, last] = line;
    if (first > last || last > lines)
      return [misfit(['options', at, 'line'], `lines of the exhibit, which has ${lines}`, line.join(' to '))];
    const own = Array.from({ length: last - first + 1 }, (_, index) => first + index);
    const overlaps = own.some((one) => taken.has(one));
    for (const one of own) taken.add(one);
    return overlaps
      ? [misfit(['options', at, 'line'], 'lines that no other option has', line.join(' to '))]
      : [];
  });
}

/** What only one type knows how to show. */
function ofPlaces({ type, options, targets, diagram }: Keyed): Misfit[] {
  const isHotspot = type === 'hotspot';
  const spotted = options.some(({ line, node }) => line !== undefined || node !== undefined);
  return [
    ...(spotted && !isHotspot ? [misfit(['options'], 'lines and nodes in a hotspot alone', options)] : []),
    ...(diagram && !isHotspot ? [misfit(['diagram'], 'a diagram in a hotspot alone', diagram)] : []),
    ...(type !== 'match' && targets.length > 0
      ? [misfit(['targets'], 'targets in a match alone', targets)]
      : []),
  ];
}

function hasTwice(names: readonly string[]): boolean {
  return new Set(names).size < names.length;
}
