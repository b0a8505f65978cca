import { type AliasRecord, aliases, type KeyRecord, materials } from '../../kms';
import type { StageNotes } from '../../run';
import type {
  CaptionView,
  EnvelopeView,
  HoleView,
  KeyShelfView,
  MapKeyView,
  MapLinkView,
  MapRegionView,
  MapView,
  StoreShelfView,
} from '../model';
import type { Scene } from '../scene';
import { shortId } from '../words';
import { envelopeView, isUsable, KeyPlaces, type Readability, type Wrapped } from './envelopes';
import { type Store, storesOf } from './stores';

const KEY_SHELF = 'kms';
/** So many keys of a Region are drawn. */
const MOST_KEYS = 8;

interface Ground {
  readonly scene: Scene;
  readonly places: KeyPlaces;
  readonly stores: readonly Store[];
  /** One per shelf, in order. */
  readonly shelves: readonly Pick<Store, 'id' | 'title'>[];
  readonly notes: StageNotes | undefined;
}

/** The lab's own knowledge stays behind while the learner is to find out. */
function isVeiled({ notes }: Ground): boolean {
  return notes?.isVeiled === true;
}

export function mapView(scene: Scene): MapView {
  const stores = storesOf(scene);
  const places = new KeyPlaces(scene);
  const shelves = [...new Map(stores.map(({ id, title }) => [id, { id, title }])).values()];
  const notes = scene.lesson.stage?.(momentOf(scene));
  const ground: Ground = { scene, places, stores, shelves, notes };
  const regions = regionsOf(ground);
  return { regions: regions.map((region) => regionView(ground, region)), links: linksOf(ground, regions) };
}

function regionsOf({ scene, places, stores }: Ground): readonly string[] {
  const used = [...places.regions(), ...stores.map(({ region }) => region)];
  return [...new Set([...scene.lesson.regions, ...used.sort()])];
}

function regionView(ground: Ground, region: string): MapRegionView {
  const { shelves, notes } = ground;
  const traffic = notes?.traffic?.[region];
  return {
    region,
    traffic: traffic?.state ?? 'none',
    trafficLabel: traffic?.label ?? '',
    shelves: [keyShelf(ground, region), ...shelves.map((shelf) => storeShelf(ground, region, shelf))],
  };
}

export function momentOf({ cloud, run, line, position }: Scene) {
  return { cloud, run, setupSeq: line.ends[line.setupCells - 1] ?? 0, position };
}

function keyShelf(ground: Ground, region: string): KeyShelfView {
  const here = ground.places.in(region);
  const shown = shownKeys(ground, here, MOST_KEYS);
  return {
    kind: 'keys',
    id: KEY_SHELF,
    title:
      here.length > shown.length
        ? `KMS, ${shown.length} of ${here.length.toLocaleString('en-US')} keys`
        : 'KMS',
    keys: shown.map((key) => mapKey(ground.scene, key)),
    holes: isVeiled(ground) ? [] : holesOf(ground, region),
  };
}

/** A loop may make thousands of keys: those that something is wrapped under come first, then those with an alias. */
function shownKeys(
  { scene, stores }: Ground,
  here: readonly KeyRecord[],
  most: number,
): readonly KeyRecord[] {
  if (here.length <= most) return here;
  const used = new Set(stores.flatMap(({ held }) => held.map(({ wrapped }) => wrapped.keyId)));
  const rank = (key: KeyRecord) => (used.has(key.keyId) ? 0 : aliasesOf(scene, key).length > 0 ? 1 : 2);
  return [...here].sort((a, b) => rank(a) - rank(b) || b.createdAtMs - a.createdAtMs).slice(0, most);
}

function mapKey(scene: Scene, key: KeyRecord): MapKeyView {
  const seals = sealsOfKey(scene, key);
  const count = seals.length;
  const material = count === 0 ? 'no key material' : `material ${count} of ${count}`;
  return {
    keyId: key.keyId,
    name: aliasesOf(scene, key)[0]?.name ?? shortId(key.keyId),
    facts: `${regionality(key)}, ${key.state}, ${material}`,
    seals,
    usable: isUsable(key),
  };
}

/** Current material first, then what came before it, newest first. */
export function sealsOfKey(scene: Scene, key: KeyRecord) {
  return materialsOf(scene, key).map((material) => scene.seals.ofMaterial(material));
}

export function materialsOf({ world }: Scene, { keyId, currentMaterialId }: KeyRecord) {
  return world
    .table(materials)
    .by('key', keyId)
    .sort(
      (a, b) =>
        Number(b.materialId === currentMaterialId) - Number(a.materialId === currentMaterialId) ||
        b.ordinal - a.ordinal,
    );
}

export function aliasesOf({ world }: Scene, key: KeyRecord): readonly AliasRecord[] {
  return world.table(aliases).by('target', key.arn);
}

/** `single-Region`, `multi-Region primary`, `multi-Region replica` */
export function regionality({ multiRegion }: Pick<KeyRecord, 'multiRegion'>): string {
  return multiRegion ? `multi-Region ${multiRegion.toLowerCase()}` : 'single-Region';
}

/** Material that something lying in a Region needs and no key there holds. */
function holesOf(ground: Ground, region: string): readonly HoleView[] {
  const missing = new Map<string, Wrapped>();
  for (const { wrapped } of ground.stores
    .filter((store) => store.region === region)
    .flatMap(({ held }) => held)) {
    if (ground.places.readability(region, wrapped.keyId) === 'no key here')
      missing.set(wrapped.seal.label, wrapped);
  }
  return [...missing.values()].map(({ seal }) => ({ seal, labKnows: true }));
}

function storeShelf(
  ground: Ground,
  region: string,
  { id, title }: Pick<Store, 'id' | 'title'>,
): StoreShelfView {
  const store = ground.stores.find((one) => one.id === id && one.region === region);
  if (!store) return { kind: 'store', id, title, count: 'not in this Region', envelopes: [] };
  if (isVeiled(ground)) return veiledShelf(store);
  const { held, count, sample } = store;
  const readability = held.map(({ wrapped }) => ground.places.readability(region, wrapped.keyId));
  return {
    kind: 'store',
    id,
    title,
    count,
    sample,
    envelopes: held.map(({ wrapped, ...envelope }, index) =>
      envelopeView(wrapped, { ...envelope, readability: readability[index] ?? 'no key here' }),
    ),
    caption: captionOf(store, readability),
  };
}

/** What a dashboard shows: how much there is, and that it arrived. */
function veiledShelf({ id, title, count, sample, held, replicated }: Store): StoreShelfView {
  const envelopes = held.map(({ wrapped, arriving, ...envelope }): EnvelopeView => {
    return { ...envelope, seal: wrapped.seal, state: arriving ? 'arriving' : 'sealed' };
  });
  const isGreen = replicated && held.length > 0 && !held.some(({ arriving }) => arriving);
  return { kind: 'store', id, title, count, sample, envelopes, caption: isGreen ? GREEN : undefined };
}

const GREEN: CaptionView = {
  strong: 'Active, in step.',
  verdict: 'allowed',
  text: 'Every item has arrived.',
};

function captionOf(
  { held, replicated }: Store,
  readability: readonly Readability[],
): CaptionView | undefined {
  const there = held
    .map((one, index) => ({ one, can: readability[index] }))
    .filter(({ one }) => !one.arriving);
  if (held.length === 0) return undefined;
  if (there.length === 0)
    return {
      strong: 'On the way.',
      verdict: 'waiting',
      text: 'Replication has not brought the bytes here yet.',
    };
  const bad = there.filter(({ can }) => can !== 'readable');
  if (bad.length === 0) return readableCaption(there.map(({ one }) => one.wrapped));
  if (bad.some(({ can }) => can === 'key unusable') && bad.every(({ can }) => can === 'key unusable')) {
    return {
      strong: 'Unreadable for now.',
      verdict: 'refused',
      text: 'The key is here and its state does not let it be used.',
    };
  }
  if (bad.length === there.length) {
    return {
      strong: replicated ? 'Replicated, unreadable.' : 'Unreadable here.',
      verdict: 'refused',
      text: 'The bytes are here; the ability to read them is not.',
      labKnows: true,
    };
  }
  const seals = [...new Set(bad.map(({ one }) => one.wrapped.seal.label))].join(', ');
  return {
    strong: 'Partly unreadable.',
    verdict: 'refused',
    text: `No usable key here holds material ${seals}.`,
    labKnows: true,
  };
}

function readableCaption(wrapped: readonly Wrapped[]): CaptionView {
  const seals = [...new Map(wrapped.map(({ seal }) => [seal.label, seal])).values()];
  return seals.length === 1
    ? { text: 'Each envelope carries its data key, wrapped under material', seal: seals[0], labKnows: true }
    : {
        text: `Each envelope carries its data key, wrapped under material ${seals.map(({ label }) => label).join(' or ')}.`,
        labKnows: true,
      };
}

function linksOf(ground: Ground, regions: readonly string[]): readonly MapLinkView[] {
  return regions.slice(1).flatMap((to, index) => {
    const from = regions[index] as string;
    const storeLinks = ground.shelves.flatMap(({ id }) => linkOfStores(ground, id, from, to) ?? []);
    return [...linksOfKeys(ground, from, to), ...storeLinks];
  });
}

/** What a shelf sends from one of two Regions to the other, or both ways. */
function linkOfStores(ground: Ground, shelf: string, a: string, b: string): MapLinkView | undefined {
  const ends = ground.stores.filter(({ id, region }) => id === shelf && (region === a || region === b));
  const sends = (from: string, to: string) =>
    ends.some(({ region, replicatesTo }) => region === from && replicatesTo.includes(to));
  const [forth, back] = [sends(a, b), sends(b, a)];
  if (!forth && !back) return undefined;
  const waiting = ends.some(({ held, expects }) => expects || held.some(({ arriving }) => arriving));
  const caption = waiting ? 'bytes on their way' : 'bytes replicate';
  const way = forth ? { from: a, to: b } : { from: b, to: a };
  return { ...way, shelf, state: waiting ? 'waiting' : 'flows', bothWays: forth && back, caption };
}

/** Between two Regions: envelopes that went without their key, and material that both hold or soon will. */
function linksOfKeys(ground: Ground, from: string, to: string): readonly MapLinkView[] {
  const link = { from, to, shelf: KEY_SHELF };
  const inBoth = ground.places.in(from).filter((key) => ground.places.get(to, key.keyId));
  const creating = [from, to].some((region) =>
    inBoth.some(({ keyId }) => ground.places.get(region, keyId)?.state === 'Creating'),
  );
  const shared: MapLinkView | undefined = creating
    ? { ...link, state: 'waiting', bothWays: false, caption: 'replica being made' }
    : inBoth.length > 0
      ? { ...link, state: 'flows', bothWays: true, caption: 'same key material' }
      : undefined;
  return [strandedLink(ground, from, to), shared].filter((one) => one !== undefined);
}

/** Says which material stayed behind once another one is in both Regions: of the old one alone it is true. */
function strandedLink(ground: Ground, from: string, to: string): MapLinkView | undefined {
  if (isVeiled(ground)) return undefined;
  const link = { shelf: KEY_SHELF, state: 'absent', bothWays: false } as const;
  for (const [home, away] of [
    [from, to],
    [to, from],
  ] as const) {
    const labels = strandedLabels(ground, away, home);
    if (labels.length > 0)
      return { ...link, from: home, to: away, caption: `key ${labels.join(', ')} did not travel` };
  }
  return undefined;
}

/** Material of envelopes in one Region whose key is in another only. */
function strandedLabels({ places, stores }: Ground, at: string, keyAt: string): readonly string[] {
  const stranded = stores
    .filter(({ region }) => region === at)
    .flatMap(({ held }) => held.map(({ wrapped }) => wrapped))
    .filter(({ keyId }) => !places.get(at, keyId) && places.get(keyAt, keyId));
  return [...new Set(stranded.map(({ seal }) => seal.label))].sort();
}
