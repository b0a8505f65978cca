import type {
  CaptionView,
  KeyShelfView,
  MapLinkView,
  MapRegionView,
  MapView,
  StoreShelfView,
} from '../../lib/views';

/** The map in sentences, Region by Region: the same facts for those who do not look at it. */
export function mapWords(view: MapView): readonly string[] {
  return [...view.regions.flatMap(regionWords), ...view.links.map(linkWords)];
}

function regionWords({ region, trafficLabel, shelves }: MapRegionView): readonly string[] {
  const said = shelves.flatMap((shelf) => (shelf.kind === 'keys' ? keyWords(shelf) : storeWords(shelf)));
  return [`${region}${trafficLabel ? ` (${trafficLabel})` : ''}:`, ...said].map((sentence, index) =>
    index === 0 ? sentence : `${region}: ${sentence}`,
  );
}

function keyWords({ title, keys, holes }: KeyShelfView): readonly string[] {
  if (keys.length === 0 && holes.length === 0) return [`${title} holds no KMS key.`];
  const held = keys.map(({ name, facts, seals }) => {
    const materials = seals.map((seal) => seal.label).join(', ');
    return `${name} holds material ${materials} (${facts}).`;
  });
  const missing = holes.map(
    ({ seal, labKnows }) =>
      `no key here holds material ${seal.label}${labKnows ? ' (only the lab knows)' : ''}.`,
  );
  return [...held, ...missing];
}

function storeWords({ title, count, envelopes, caption }: StoreShelfView): readonly string[] {
  const groups = new Map<string, number>();
  for (const { seal, state } of envelopes) {
    const group = `sealed with material ${seal.label}, ${wordsOf[state]}`;
    groups.set(group, (groups.get(group) ?? 0) + 1);
  }
  const shown = [...groups].map(([group, times]) => `${times} shown ${group}`);
  const holds = `${title} holds ${[count || 'nothing', ...shown].join('; ')}.`;
  return caption ? [holds, captionWords(caption)] : [holds];
}

const wordsOf = {
  readable: 'readable',
  unreadable: 'not readable',
  arriving: 'still arriving',
  sealed: 'not opened yet',
} as const;

function captionWords({ strong, text, seal, labKnows }: CaptionView): string {
  const end = `${seal ? ` ${seal.label}` : ''}${labKnows ? ' (only the lab knows)' : ''}`;
  return `${strong ? `${strong} ` : ''}${text}${end}`;
}

function linkWords({ from, to, bothWays, caption }: MapLinkView): string {
  return `${bothWays ? 'between' : 'from'} ${from} ${bothWays ? 'and' : 'to'} ${to}: ${caption}.`;
}
