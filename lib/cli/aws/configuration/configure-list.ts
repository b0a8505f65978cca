import { CliError } from '../errors';
import { type CliSession, lookForCredentials, profileVariable, regionVariable } from '../session';
import { needsProfile } from './profiles';

interface Row {
  readonly value: string;
  readonly type: string;
  readonly location: string;
}

const NOT_SET: Row = { value: '<not set>', type: 'None', location: 'None' };

/** The table of `aws configure list`. */
export async function configureList(session: CliSession): Promise<string> {
  const { globals, host, profiles, settings } = session;
  const named = profileVariable(host.env);
  const head = line('Name', { value: 'Value', type: 'Type', location: 'Location' });
  const rule = line('----', { value: '-----', type: '----', location: '--------' });
  const profile = globals.profile
    ? { value: globals.profile, type: 'manual', location: '--profile' }
    : named === undefined
      ? NOT_SET
      : { value: named, type: 'env', location: "['AWS_PROFILE', 'AWS_DEFAULT_PROFILE']" };
  const begun = head + rule + line('profile', profile);
  checkNamed(session, begun);
  const keys = await lookForCredentials(session);
  const type = keys?.method ?? 'None';
  const shown = (secret: string | undefined): Row =>
    secret === undefined ? NOT_SET : { value: masked(secret), type, location: '' };
  const inEnv = regionVariable(host.env);
  const inFile = settings.get('region');
  const region = inEnv
    ? { value: inEnv, type: 'env', location: "['AWS_REGION', 'AWS_DEFAULT_REGION']" }
    : inFile === undefined
      ? NOT_SET
      : { value: inFile, type: 'config-file', location: profiles.configPath };
  return (
    begun +
    line('access_key', shown(keys?.accessKeyId)) +
    line('secret_key', shown(keys?.secretAccessKey)) +
    line('region', region)
  );
}

/** The lines before it are printed even when the profile does not exist. */
function checkNamed({ globals, profiles }: CliSession, begun: string): void {
  if (globals.profile === undefined) return;
  try {
    needsProfile(profiles, globals.profile);
  } catch (error) {
    if (error instanceof CliError) throw new CliError(error.text, error.status, begun);
    throw error;
  }
}

function masked(secret: string): string {
  return `****************${secret.slice(-4)}`;
}

function line(name: string, { value, type, location }: Row): string {
  return `${name.padStart(10)} ${value.padStart(24)} ${type.padStart(16)}    ${location}\n`;
}
