import { bytesToUtf8Lossy, utf8ToBytes } from '../../../base';
import { expandPath } from '../cli-host';
import type { CustomCommand } from '../custom-command';
import { isoText } from '../display-form';
import { CliError, unknownWords } from '../errors';
import { type Positional, parseArguments } from '../input/argument-parser';
import { type CliSession, credentialsOf, profileVariable } from '../session';
import { withNestedValue, withValue } from './config-file';
import { configureList } from './configure-list';
import { CREDENTIAL_NAMES, needsProfile, sectionOfProfile } from './profiles';

/** `aws configure list|get|set|list-profiles|export-credentials`. */
export const configure: CustomCommand = {
  name: 'configure',
  about: 'Read and write the settings in ~/.aws.',
  bareUse: '\naws configure asks questions at a terminal; in the lab use: aws configure set NAME VALUE\n',
  subcommands: {
    list: { about: 'Show where each setting comes from.', run: list },
    get: { about: 'Print one setting.', run: get },
    set: { about: 'Write one setting.', run: set },
    'list-profiles': { about: 'Name all profiles.', run: listProfiles },
    'export-credentials': {
      about: 'Print the credentials in use for other programs.',
      run: exportCredentials,
    },
  },
};

function words(
  argv: readonly string[],
  positionals: readonly Positional[],
  options = EXPORT_OPTIONS.slice(0, 0),
) {
  const { values, rest } = parseArguments(argv, options, positionals);
  if (rest.length > 0) throw unknownWords(rest);
  return values;
}

const EXPORT_OPTIONS = [
  {
    flag: '--format',
    dest: 'format',
    takes: 'one' as const,
    choices: ['process', 'env', 'env-no-export', 'powershell', 'windows-cmd'],
  },
];

async function list(session: CliSession, argv: readonly string[]): Promise<string> {
  words(argv, []);
  return configureList(session);
}

async function get(session: CliSession, argv: readonly string[]): Promise<string> {
  const name = words(argv, [{ name: 'varname', required: true }]).get('varname') as string;
  const value = readSetting(session, name);
  if (value === undefined) throw new CliError('', 1);
  return `${value}\n`;
}

function readSetting(session: CliSession, name: string): string | undefined {
  const { profiles } = session;
  const parts = name.split('.');
  if (parts.length === 1) {
    if (session.globals.profile !== undefined) needsProfile(profiles, session.profile);
    return profiles.settings(session.profile).get(name);
  }
  const first = parts[0] as string;
  const named =
    first === 'profile'
      ? parts.slice(1)
      : first === 'default' || profiles.names.includes(first)
        ? parts
        : undefined;
  const [profile, setting, inner] = named ?? [profileVariable(session.host.env) ?? 'default', ...parts];
  if (profile === undefined || setting === undefined) return undefined;
  if (inner !== undefined) return profiles.nested(profile, setting)?.get(inner);
  return profiles.settings(profile).get(setting);
}

async function set(session: CliSession, argv: readonly string[]): Promise<string> {
  const values = words(argv, [
    { name: 'varname', required: true },
    { name: 'value', required: true },
  ]);
  const target = targetOf(session, values.get('varname') as string);
  const value = values.get('value') as string;
  const { host, profiles } = session;
  const isCredential = CREDENTIAL_NAMES.includes(target.name);
  const path = expandPath(isCredential ? profiles.credentialsPath : profiles.configPath, host);
  const section = isCredential ? target.profile : sectionOfProfile(target.profile);
  const content = await host.files.read(path);
  const before = typeof content === 'string' ? '' : bytesToUtf8Lossy(content);
  const after =
    target.inner === undefined
      ? withValue(before, section, target.name, value)
      : withNestedValue(before, section, target.name, target.inner, value);
  await host.files.write(path, utf8ToBytes(after));
  return '';
}

interface Target {
  readonly profile: string;
  readonly name: string;
  readonly inner?: string | undefined;
}

/** `region`, `default.region`, `profile.NAME.region` or `s3.max_concurrent_requests`. */
function targetOf(session: CliSession, text: string): Target {
  const parts = text.split('.');
  const own = session.globals.profile ?? profileVariable(session.host.env) ?? 'default';
  if (parts[0] === 'default' && parts[1] !== undefined)
    return { profile: 'default', name: parts[1], inner: parts[2] };
  if (parts[0] === 'profile' && parts[1] !== undefined && parts[2] !== undefined) {
    return { profile: parts[1], name: parts[2], inner: parts[3] };
  }
  return { profile: own, name: parts[0] as string, inner: parts[1] };
}

async function listProfiles(session: CliSession, argv: readonly string[]): Promise<string> {
  words(argv, []);
  return session.profiles.names.map((name) => `${name}\n`).join('');
}

async function exportCredentials(session: CliSession, argv: readonly string[]): Promise<string> {
  const format = words(argv, [], EXPORT_OPTIONS).get('format') ?? 'process';
  const found = await credentialsOf(session);
  const expires = found.expiresAtMs === undefined ? undefined : isoText(found.expiresAtMs);
  if (format === 'process') {
    const shown = {
      Version: 1,
      AccessKeyId: found.accessKeyId,
      SecretAccessKey: found.secretAccessKey,
      ...(found.sessionToken ? { SessionToken: found.sessionToken } : {}),
      ...(expires ? { Expiration: expires } : {}),
    };
    return `${JSON.stringify(shown, undefined, 2)}\n`;
  }
  const pairs: (readonly [string, string | undefined])[] = [
    ['AWS_ACCESS_KEY_ID', found.accessKeyId],
    ['AWS_SECRET_ACCESS_KEY', found.secretAccessKey],
    ['AWS_SESSION_TOKEN', found.sessionToken],
    ['AWS_CREDENTIAL_EXPIRATION', expires],
  ];
  return pairs
    .map(([name, value]) => (value === undefined ? '' : exportLine(String(format), name, value)))
    .join('');
}

function exportLine(format: string, name: string, value: string): string {
  if (format === 'env') return `export ${name}=${value}\n`;
  if (format === 'powershell') return `$Env:${name}="${value}"\n`;
  return format === 'windows-cmd' ? `set ${name}=${value}\n` : `${name}=${value}\n`;
}
