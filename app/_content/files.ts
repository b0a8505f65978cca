import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { problemSentence, type Read } from '../../lib/reading';

const CONTENT = join(process.cwd(), 'content');

/** By path: many pages are made from the same files. `next dev` reads them anew, as their author changes them. */
const held = process.env.NODE_ENV === 'production' ? new Map<string, unknown>() : undefined;

/** A file of content, read when the site is built. One that cannot be read stops the build. */
export function contentFile<T>(path: string, read: (text: string) => Read<T>): T {
  if (held?.has(path)) return held.get(path) as T;
  const result = read(readFileSync(join(CONTENT, path), 'utf8'));
  if (!result.ok) throw new Error(`content/${path}: ${problemSentence(result.problem)}`);
  held?.set(path, result.value);
  return result.value;
}

/** Every file of a folder of content, by name. */
export function contentFolder<T>(folder: string, read: (text: string) => Read<T>): readonly T[] {
  return idsIn(folder).map((id) => contentFile(`${folder}/${id}.yaml`, read));
}

/** Names of a folder's files without their ending. */
export function idsIn(folder: string): readonly string[] {
  const place = join(CONTENT, folder);
  const names = existsSync(place) ? readdirSync(place) : [];
  return names
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.slice(0, -'.yaml'.length))
    .sort();
}
