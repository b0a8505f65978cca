import { newShell, type ShellSnapshot } from '../cli';
import { Cloud, HOME_ACCESS_KEY, HOME_USER } from '../cloud';
import { accessKeys, seedAccessKeyId } from '../services/iam';
import type { LessonIdentity } from './lesson';

/** How a lesson's console begins. */
export interface ConsoleBeginning {
  readonly region: string;
  readonly identities: readonly LessonIdentity[];
  readonly nowMs: number;
}

/** The shell before its first cell: signed in as the home user, with a profile for each of the lesson's identities. */
export function freshShell({ region, identities, nowMs }: ConsoleBeginning): ShellSnapshot {
  const others = identities.filter(({ profile }) => profile !== 'default');
  const home = `/home/${HOME_USER}/.aws`;
  const shell = newShell({
    user: HOME_USER,
    region,
    accessKeyId: HOME_ACCESS_KEY,
    secretAccessKey: homeSecret(),
    nowMs,
  });
  const config = others.map((identity) => profileLines(identity, region)).join('');
  const credentials = others.map(keyLines).join('');
  return withText(withText(shell, `${home}/config`, config), `${home}/credentials`, credentials);
}

function withText(shell: ShellSnapshot, path: string, more: string): ShellSnapshot {
  const file = shell.files[path];
  if (more === '' || file?.kind !== 'text') return shell;
  return { ...shell, files: { ...shell.files, [path]: { ...file, text: `${file.text}${more}` } } };
}

/** A role is assumed with the home user's keys, as `role_arn` and `source_profile` have it. */
function profileLines({ profile, name, account }: LessonIdentity, region: string): string {
  const role = name.startsWith('role/')
    ? `role_arn = arn:aws:iam::${account}:${name}\nsource_profile = default\nrole_session_name = ${profile}\n`
    : '';
  return `\n[profile ${profile}]\nregion = ${region}\noutput = json\n${role}`;
}

function keyLines({ profile, name, account }: LessonIdentity): string {
  if (!name.startsWith('user/')) return '';
  const key = seedAccessKeyId(account, name.slice('user/'.length));
  return `\n[${profile}]\naws_access_key_id = ${key}\naws_secret_access_key = ${key.toLowerCase()}\n`;
}

/** The home user's secret is alike in every world. */
function homeSecret(): string | undefined {
  const { world } = new Cloud({ seed: 'console', startMs: 0 });
  return world.table(accessKeys).get(HOME_ACCESS_KEY)?.secretAccessKey;
}
