import { type Drift, type PortableRun, PRODUCT_VERSION, type Run, type Session, shortHash } from '../../run';
import type { Notice } from './protocol';

/** A stored run leads elsewhere than it did. */
export function driftNotice(run: Run, { cell, expected, found }: Drift): Notice {
  return {
    tone: 'waiting',
    title: 'This run does not lead where it led before',
    text: `From ${named(cell.source)} on the state differs: expected ${shortHash(expected)}, found ${shortHash(found)}. ${versions(run.product)} What was recorded is kept; you can go on from here or start over.`,
  };
}

/** What a run that came by link or file led to, beside what it should have. */
export function differenceNotices(
  session: Session,
  wanted: PortableRun,
  replayed: readonly string[],
): readonly Notice[] {
  const hash = session.cloud.world.hash();
  if (hash === wanted.state) {
    return [
      {
        tone: 'plain',
        title: 'This is the run that was shared',
        text: `Played again from its first command, it came to the same state: ${shortHash(hash)}.`,
      },
    ];
  }
  const first = firstDifference(session, wanted, replayed);
  const where = first
    ? `From ${first.what} on the state differs: expected ${first.expected}, found ${first.found}.`
    : `Every command led where it should, and the clock does not stand where it did.`;
  return [
    {
      tone: 'refused',
      title: 'This is not the run that was shared',
      text: `${where} ${versions(wanted.product)} What was played is kept as a run of its own.`,
    },
  ];
}

function firstDifference({ run }: Session, wanted: PortableRun, replayed: readonly string[]) {
  const setup = run.cells.findLast((cell) => cell.origin === 'setup');
  if (wanted.setup !== undefined && setup && shortHash(setup.hash) !== wanted.setup)
    return { what: "the scenario's setup", expected: wanted.setup, found: shortHash(setup.hash) };
  const byId = new Map(run.cells.map((cell) => [cell.id, cell]));
  for (const [index, { hash, source }] of wanted.cells.entries()) {
    const cell = byId.get(replayed[index] ?? '');
    const found = cell ? shortHash(cell.hash) : 'nothing';
    if (found !== hash) return { what: `command ${index + 1}, ${named(source)},`, expected: hash, found };
  }
  return undefined;
}

function named(source: string): string {
  const line = source.split('\n')[0] ?? '';
  return `“${line.length > 60 ? `${line.slice(0, 60)}…` : line}”`;
}

function versions(product: string): string {
  return product === PRODUCT_VERSION ? '' : `It was made by version ${product}; this is ${PRODUCT_VERSION}.`;
}
