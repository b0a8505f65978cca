import type { RequestSource } from '../../aws';
import type { CliHost } from './cli-host';
import { type Credentials, findCredentials } from './configuration/credentials';
import { needsProfile, type Profiles, readProfiles } from './configuration/profiles';
import { configurationError, generalError, usageText } from './errors';
import type { Globals } from './global-options';
import type { BinaryFormat } from './input/inner-form';
import { type OutputFormat, outputFormat } from './output';
import { parseQuery, type Query } from './query';

/** Who calls, where, and how the answer is printed: from flags, variables and files, in this order. */
export interface CliSession {
  readonly host: CliHost;
  readonly globals: Globals;
  readonly profiles: Profiles;
  readonly profile: string;
  readonly profileIsExplicit: boolean;
  readonly settings: ReadonlyMap<string, string>;
  /** What each request says about where it comes from. */
  readonly source: RequestSource;
  readonly query: Query | undefined;
}

export async function openSession(
  host: CliHost,
  globals: Globals,
  source: RequestSource,
): Promise<CliSession> {
  checkEndpoint(globals.endpointUrl);
  const profiles = await readProfiles(host);
  const named = globals.profile ?? profileVariable(host.env);
  const profile = named ?? 'default';
  return {
    host,
    globals,
    profiles,
    profile,
    profileIsExplicit: globals.profile !== undefined,
    settings: profiles.settings(profile),
    source,
    query: globals.query === undefined ? undefined : parseQuery(globals.query),
  };
}

/** Every request goes to the lab, but an address without a scheme is a mistake in life. */
function checkEndpoint(url: string | undefined): void {
  if (url === undefined || /^[a-z][a-z0-9+.-]*:/i.test(url)) return;
  throw usageText(
    `Bad value for --endpoint-url "${url}": scheme is missing.  Must be of the form ` +
      'http://<hostname>/ or https://<hostname>/',
  );
}

export function profileVariable(env: Readonly<Record<string, string>>): string | undefined {
  return env.AWS_PROFILE ?? env.AWS_DEFAULT_PROFILE;
}

/** @throws CliError where a profile is named that does not exist. */
export function checkProfile(session: CliSession): void {
  const named = session.globals.profile ?? profileVariable(session.host.env);
  if (named !== undefined && named !== 'default') needsProfile(session.profiles, named);
}

export function regionVariable(env: Readonly<Record<string, string>>): string | undefined {
  return env.AWS_REGION ?? env.AWS_DEFAULT_REGION;
}

/** The Region, if one is configured. */
function configuredRegion({ globals, host, settings }: CliSession): string | undefined {
  return globals.region ?? regionVariable(host.env) ?? settings.get('region');
}

/** Services with an endpoint that serves all Regions, and where it stands. */
const GLOBAL_SERVICES: Readonly<Record<string, string>> = {
  iam: 'us-east-1',
  organizations: 'us-east-1',
  s3: 'us-east-1',
  sts: 'us-east-1',
};

/** @throws CliError where no Region is configured, or none of the right form. */
export function regionOf(session: CliSession, service = ''): string {
  const region = configuredRegion(session) ?? GLOBAL_SERVICES[service];
  if (region === undefined) {
    throw configurationError(
      'You must specify a region. You can also configure your region by running "aws configure".',
    );
  }
  if (!/^(?![0-9]+$)(?!-)[a-zA-Z0-9-]{1,63}(?<!-)$/.test(region)) {
    throw generalError(`Provided region_name '${region}' doesn't match a supported format.`);
  }
  return region;
}

/** @throws CliError where there are no credentials. */
export async function credentialsOf(session: CliSession): Promise<Credentials> {
  const found = await lookForCredentials(session);
  if (found) return found;
  throw configurationError(
    'Unable to locate credentials. You can configure credentials by running "aws configure".',
  );
}

export function lookForCredentials(session: CliSession): Promise<Credentials | undefined> {
  return findCredentials({ ...session, region: configuredRegion(session) });
}

/** @throws CliError where the configured format does not exist. */
export function outputOf({ globals, host, settings }: CliSession): OutputFormat {
  return outputFormat(globals.output ?? host.env.AWS_DEFAULT_OUTPUT ?? settings.get('output') ?? 'json');
}

export function binaryFormatOf({ globals, settings }: CliSession): BinaryFormat {
  const format = globals.binaryFormat ?? settings.get('cli_binary_format') ?? 'base64';
  return format === 'raw-in-base64-out' ? format : 'base64';
}
