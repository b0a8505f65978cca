import { expandPath } from '../cli-host';
import type { CliSession } from '../session';
import { parseS3Uri, type S3Uri, uriText } from './uri';

/** One end of a transfer: something in S3, or a file here; `-` is what is typed, or printed. */
export type Side =
  | { readonly kind: 's3'; readonly uri: S3Uri }
  | { readonly kind: 'file'; readonly path: string; readonly shown: string };

export function sideOf(session: CliSession, text: string): Side {
  const uri = parseS3Uri(text);
  return uri ? { kind: 's3', uri } : { kind: 'file', path: expandPath(text, session.host), shown: text };
}

/** What is typed, or printed. */
export function isStream(side: Side): boolean {
  return side.kind === 'file' && side.shown === '-';
}

/** Local paths are shown from the working directory; a file in it as `./file`. */
export function sideText(side: Side, { host }: CliSession): string {
  if (side.kind === 's3') return uriText(side.uri);
  if (isStream(side)) return '-';
  const up = host.cwd.split('/').filter((part) => part !== '');
  const down = side.path.split('/').filter((part) => part !== '');
  let same = 0;
  while (same < up.length && same < down.length - 1 && up[same] === down[same]) same += 1;
  const way = [...up.slice(same).map(() => '..'), ...down.slice(same)];
  return way.length === 1 ? `./${way[0]}` : way.join('/');
}

export function nameOf(side: Side): string {
  const path = side.kind === 's3' ? side.uri.key : side.path;
  return path.slice(path.lastIndexOf('/') + 1);
}

export function folderOf(key: string): string {
  return key === '' || key.endsWith('/') ? key : `${key}/`;
}

/** What stands below a folder under a name. */
export function underSide(to: Side, below: string): Side {
  if (to.kind === 's3') return { kind: 's3', uri: { ...to.uri, key: folderOf(to.uri.key) + below } };
  return { kind: 'file', path: `${to.path}/${below}`, shown: `${to.shown}/${below}` };
}
