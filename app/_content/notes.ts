import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { notesOf, type SourceNote } from '../../lib/learn';

interface FileNotes {
  /** `operations/decrypt.ts` */
  readonly path: string;
  readonly notes: readonly SourceNote[];
}

export interface PartNotes {
  /** `kms`, `services/s3` */
  readonly part: string;
  readonly files: readonly FileNotes[];
}

/** Every folder whose code stands for something of AWS's. */
const PARTS = ['kms', 'policy', 'pipeline', 'crypto', 'cloud', 'wire', 'cli'];

/** The notes of the engine's code, read when the site is built. */
export function allNotes(): readonly PartNotes[] {
  const root = join(process.cwd(), 'lib');
  const services = readdirSync(join(root, 'services')).map((name) => `services/${name}`);
  return [...PARTS, ...services.sort()]
    .map((part) => ({ part, files: filesOf(join(root, part)) }))
    .filter(({ files }) => files.length > 0);
}

function filesOf(folder: string): readonly FileNotes[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => /\.ts$/.test(name) && !/\.(test|proof|testkit)\.ts$/.test(name))
    .sort()
    .map((path) => ({ path, notes: notesOf(readFileSync(join(folder, path), 'utf8')) }))
    .filter(({ notes }) => notes.length > 0);
}
