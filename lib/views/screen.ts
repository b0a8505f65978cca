import type { Cell, Lesson, Session } from '../run';
import { barView } from './bar';
import { billView } from './bill';
import { compareView } from './compare';
import { cellView } from './console';
import { flowView, sequenceView } from './flow';
import { inspectorView } from './inspector';
import { keysView } from './keys';
import { loadView } from './load/load';
import { mapView, momentOf } from './map/map';
import type {
  BillView,
  CellView,
  CompareView,
  FlowView,
  GuideView,
  InspectorView,
  KeysView,
  LoadView,
  MapView,
  SavedView,
  SequenceView,
  TimelineView,
  TrailView,
  WorkspaceBarView,
  XrayView,
} from './model';
import { lookAt, type Scene, seqOf } from './scene';
import { timelineView } from './timeline';
import { trailView } from './trail';
import { xrayView } from './xray';

/** What the learner looks at. */
export interface Look {
  /** A position of the timeline; `now` follows the newest. */
  readonly at: number | 'now';
  /** The request in the X-ray; without one the newest. */
  readonly request?: string;
  /** The CloudTrail record that is open. */
  readonly record?: string;
  /** ARN of the key in the inspector; without one the newest. */
  readonly key?: string;
  readonly compare?: { readonly from: number; readonly to: number };
}

/** Everything on the screen, at one moment. */
export interface ScreenView {
  readonly bar: WorkspaceBarView;
  /** The cells up to the moment, each made once and sent once. */
  readonly cells: readonly CellRef[];
  readonly history: readonly string[];
  readonly map: MapView;
  readonly keys: KeysView;
  readonly load: LoadView;
  readonly bill: BillView;
  readonly flow?: FlowView;
  readonly sequence: SequenceView;
  readonly xray?: XrayView;
  readonly trail: TrailView;
  readonly inspector: InspectorView;
  readonly timeline: TimelineView;
  readonly guide?: GuideView;
  readonly compare?: CompareView;
  /** Where a branch would begin if one went on from here: words for the learner. */
  readonly goesOnFrom: string;
}

/** A cell by its name; with what it shows when the screen does not have it yet. */
interface CellRef {
  readonly id: string;
  readonly view?: CellView;
}

const LONGEST_HISTORY = 200;

/** @param sent names of the cells the screen has already; those that are made now are added. */
export function screenView(
  session: Session,
  lesson: Lesson<GuideView>,
  look: Look,
  { sent, saved }: { readonly sent: Set<string>; readonly saved: SavedView },
): ScreenView {
  const now = session.moments.length;
  const cells = cellRefs(session, lesson, look, sent);
  const compare = look.compare;
  const compared =
    compare && lookAt(session, lesson, now, (scene) => compareView(scene, compare.from, compare.to));
  const rest = lookAt(session, lesson, look.at === 'now' ? now : look.at, (scene) => ({
    ...partsOf(scene, look),
    // The timeline speaks of the present wherever one stands.
    guide: lesson.guide?.(momentOf(scene)),
    goesOnFrom: goesOnFrom(scene),
  }));
  const timeline = lookAt(session, lesson, now, (scene) => timelineView(scene, saved));
  const at = look.at === 'now' ? now : Math.min(look.at, now);
  const history = session.line.cells.filter(({ origin }) => origin !== 'setup').slice(-LONGEST_HISTORY);
  return {
    ...rest,
    cells,
    history: history.map(({ source }) => source),
    timeline: { ...timeline, at },
    compare: compared,
  };
}

function partsOf(scene: Scene, look: Look) {
  const seq = look.request === undefined ? undefined : seqOf(scene, look.request);
  const newest = newestRequest(scene);
  return {
    bar: barView(scene, shellAt(scene)),
    map: mapView(scene),
    keys: keysView(scene),
    load: loadView(scene),
    bill: billView(scene),
    flow: flowView(scene),
    sequence: sequenceView(scene),
    xray: xrayOrNewest(scene, seq, newest),
    trail: trailView(scene, look.record),
    inspector: inspectorView(scene, look.key),
  };
}

/** What came due by itself passed no gates. */
function newestRequest({ moments, position, line }: Scene): number | undefined {
  return moments.slice(0, position).findLast(({ first }) => line.strips.has(first))?.first;
}

function xrayOrNewest(
  scene: Scene,
  chosen: number | undefined,
  newest: number | undefined,
): XrayView | undefined {
  const view = chosen === undefined ? undefined : xrayView(scene, chosen);
  return view ?? (newest === undefined ? undefined : xrayView(scene, newest));
}

/** How many of the line's cells had ended at the moment looked at. */
export function cellsEnded({
  line,
  moments,
  position,
  now,
}: Pick<Scene, 'line' | 'moments' | 'position' | 'now'>): number {
  if (position >= now) return line.cells.length;
  const seq = moments[position - 1]?.last ?? line.ends[line.setupCells - 1] ?? 0;
  return Math.max(line.setupCells, line.ends.filter((end) => end <= seq).length);
}

function shellAt(scene: Scene) {
  return scene.line.cells[cellsEnded(scene) - 1]?.shell;
}

/** A cell is one thing: who goes on from its middle goes on from its start. */
function goesOnFrom(scene: Scene): string {
  const ended = cellsEnded(scene);
  const cell = scene.line.cells[ended - 1];
  if (!cell || cell.origin === 'setup') return 'from the start';
  return `after the command \`${firstLine(cell.source)}\``;
}

function firstLine(source: string): string {
  const line = source.split('\n')[0] ?? '';
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}

/** Cells that began before the moment looked at; the setup's are the scenario's affair. */
function cellRefs(
  session: Session,
  lesson: Lesson<unknown>,
  look: Look,
  sent: Set<string>,
): readonly CellRef[] {
  const { line, moments } = session;
  const now = moments.length;
  return lookAt(session, lesson, now, (scene) => {
    const position = look.at === 'now' ? now : Math.min(look.at, now);
    const until = position >= now ? line.cells.length : begun(scene, position);
    return line.cells.slice(0, until).flatMap((cell: Cell, place) => {
      if (cell.origin === 'setup') return [];
      if (sent.has(cell.id)) return [{ id: cell.id }];
      sent.add(cell.id);
      return [{ id: cell.id, view: cellView(scene, cell, place) }];
    });
  });
}

/** How many cells had at least begun at a position. */
function begun(scene: Scene, position: number): number {
  const ended = cellsEnded({ ...scene, position });
  const seq = scene.moments[position - 1]?.last ?? 0;
  return seq > (scene.line.ends[ended - 1] ?? 0) ? ended + 1 : ended;
}
