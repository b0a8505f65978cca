import { bytesToUtf8Lossy } from '../../../base';
import { type CliHost, expandPath } from '../cli-host';
import { generalError } from '../errors';
import { parseConfigFile, type Section } from './config-file';

/** What the two files in ~/.aws say. */
export interface Profiles {
  /** Names in the order of the files, those of the config file first. */
  readonly names: readonly string[];
  /** Settings of a profile from both files. */
  settings(profile: string): ReadonlyMap<string, string>;
  /** The nested sections of a profile, such as `s3`. */
  nested(profile: string, name: string): ReadonlyMap<string, string> | undefined;
  /** Keys that stand in the credentials file; a key in the config file counts less. */
  credentials(profile: string): ReadonlyMap<string, string>;
  readonly configPath: string;
  readonly credentialsPath: string;
}

export const CREDENTIAL_NAMES = ['aws_access_key_id', 'aws_secret_access_key', 'aws_session_token'];

export async function readProfiles(host: CliHost): Promise<Profiles> {
  const configPath = host.env.AWS_CONFIG_FILE ?? '~/.aws/config';
  const credentialsPath = host.env.AWS_SHARED_CREDENTIALS_FILE ?? '~/.aws/credentials';
  const config = new Map<string, Section>();
  for (const [name, section] of await readSections(configPath, host)) {
    const profile = profileOfSection(name);
    if (profile !== undefined) config.set(profile, section);
  }
  const credentials = await readSections(credentialsPath, host);
  return {
    names: [...new Set([...config.keys(), ...credentials.keys()])],
    settings: (profile) => new Map([...texts(config.get(profile)), ...texts(credentials.get(profile))]),
    nested: (profile, name) => {
      const value = config.get(profile)?.get(name);
      return typeof value === 'string' ? undefined : value;
    },
    credentials: (profile) => texts(credentials.get(profile)),
    configPath,
    credentialsPath,
  };
}

/** The section of the config file that holds a profile. */
export function sectionOfProfile(profile: string): string {
  if (profile === 'default') return 'default';
  return /\s/.test(profile) ? `profile '${profile}'` : `profile ${profile}`;
}

/** @throws CliError where no file has the profile. */
export function needsProfile(profiles: Profiles, profile: string): void {
  if (!profiles.names.includes(profile))
    throw generalError(`The config profile (${profile}) could not be found`);
}

/** The profile a section of the config file describes; undefined where it describes something else. */
export function profileOfSection(name: string): string | undefined {
  if (name === 'default') return name;
  const named = /^profile\s+(?:'(.*)'|"(.*)"|(.*))$/.exec(name);
  return named ? (named[1] ?? named[2] ?? named[3]) : undefined;
}

async function readSections(path: string, host: CliHost): Promise<ReadonlyMap<string, Section>> {
  const whole = expandPath(path, host);
  const content = await host.files.read(whole);
  if (typeof content === 'string') return new Map();
  return parseConfigFile(bytesToUtf8Lossy(content), whole);
}

function texts(section: Section | undefined): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [name, value] of section ?? []) found.set(name, typeof value === 'string' ? value : '');
  return found;
}
