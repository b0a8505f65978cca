import { sha1 } from '@noble/hashes/legacy.js';
import { type Answer, asClientsSee } from '../../../aws';
import { bytesToHex, bytesToUtf8Lossy, isObject, utf8ToBytes } from '../../../base';
import { type CliHost, expandPath } from '../cli-host';
import { isoText } from '../display-form';
import { generalError, serviceError } from '../errors';
import type { Profiles } from './profiles';

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
  /** Where they come from, in the words of `aws configure list`. */
  readonly method: 'env' | 'assume-role' | 'shared-credentials-file' | 'config-file';
  readonly expiresAtMs?: number | undefined;
}

export interface CredentialSource {
  readonly host: CliHost;
  readonly profiles: Profiles;
  readonly profile: string;
  /** A profile named on the command line counts more than credentials in variables. */
  readonly profileIsExplicit: boolean;
  readonly region: string | undefined;
}

/** The credentials to sign with, searched in the CLI's order; undefined where there are none. */
export async function findCredentials(source: CredentialSource): Promise<Credentials | undefined> {
  const fromEnv = source.profileIsExplicit ? undefined : environmentCredentials(source.host.env);
  return fromEnv ?? profileCredentials(source, source.profile, []);
}

function environmentCredentials(env: Readonly<Record<string, string>>): Credentials | undefined {
  const accessKeyId = env.AWS_ACCESS_KEY_ID;
  if (!accessKeyId) return undefined;
  const secretAccessKey = env.AWS_SECRET_ACCESS_KEY;
  if (!secretAccessKey)
    throw generalError('Partial credentials found in env, missing: AWS_SECRET_ACCESS_KEY');
  const sessionToken = env.AWS_SESSION_TOKEN ?? env.AWS_SECURITY_TOKEN;
  return { accessKeyId, secretAccessKey, sessionToken, method: 'env' };
}

async function profileCredentials(
  source: CredentialSource,
  profile: string,
  visited: readonly string[],
): Promise<Credentials | undefined> {
  const settings = source.profiles.settings(profile);
  if (settings.has('role_arn')) return assumedRole(source, profile, visited);
  return staticCredentials(source.profiles, profile);
}

function staticCredentials(profiles: Profiles, profile: string): Credentials | undefined {
  const settings = profiles.settings(profile);
  const accessKeyId = settings.get('aws_access_key_id');
  if (!accessKeyId) return undefined;
  const inFile = profiles.credentials(profile).has('aws_access_key_id');
  const method = inFile ? 'shared-credentials-file' : 'config-file';
  const secretAccessKey = settings.get('aws_secret_access_key');
  if (!secretAccessKey) {
    throw generalError(`Partial credentials found in ${method}, missing: aws_secret_access_key`);
  }
  return { accessKeyId, secretAccessKey, sessionToken: settings.get('aws_session_token'), method };
}

async function assumedRole(
  source: CredentialSource,
  profile: string,
  visited: readonly string[],
): Promise<Credentials> {
  const request = assumeRoleInput(source, profile);
  const cachePath = cachePathOf(source.host, request);
  const cached = await readCache(source.host, cachePath);
  if (cached) return cached;
  const parent = await parentCredentials(source, profile, visited);
  const nowMs = await source.host.port.nowMs();
  const input = { RoleSessionName: `botocore-session-${Math.floor(nowMs / 1000)}`, ...request };
  const answer = await source.host.port.send({
    service: 'sts',
    operation: 'AssumeRole',
    region: source.region ?? 'us-east-1',
    credentials: signingId(parent),
    input,
  });
  const credentials = fromAnswer(answer);
  await writeCache(source.host, cachePath, credentials);
  return credentials;
}

function assumeRoleInput({ profiles }: CredentialSource, profile: string): Record<string, unknown> {
  const settings = profiles.settings(profile);
  const input: Record<string, unknown> = { RoleArn: settings.get('role_arn') };
  if (settings.has('role_session_name')) input.RoleSessionName = settings.get('role_session_name');
  if (settings.has('external_id')) input.ExternalId = settings.get('external_id');
  const seconds = Number(settings.get('duration_seconds') ?? Number.NaN);
  if (Number.isInteger(seconds)) input.DurationSeconds = seconds;
  return input;
}

async function parentCredentials(
  source: CredentialSource,
  profile: string,
  visited: readonly string[],
): Promise<Credentials> {
  const settings = source.profiles.settings(profile);
  const parent = settings.get('source_profile');
  if (parent === undefined) return environmentOf(source, profile, settings.get('credential_source'));
  if (!source.profiles.names.includes(parent)) {
    throw generalError(
      `The source profile "${parent}" referenced in the profile "${profile}" does not exist`,
    );
  }
  if (visited.includes(parent)) throw loopError(parent, [...visited, profile]);
  const own = staticCredentials(source.profiles, parent);
  // A profile may name itself as its source when it has keys of its own.
  const found =
    parent === profile || own ? own : await profileCredentials(source, parent, [...visited, profile]);
  if (found) return found;
  throw generalError(`The source_profile "${parent}" must have credentials.`);
}

function environmentOf(source: CredentialSource, profile: string, kind: string | undefined): Credentials {
  const found = kind === 'Environment' ? environmentCredentials(source.host.env) : undefined;
  if (found) return found;
  throw generalError(
    kind === undefined
      ? `Partial credentials found in assume-role, missing: source_profile or credential_source`
      : `No credentials found in credential_source referenced in profile ${profile}`,
  );
}

function loopError(profile: string, visited: readonly string[]): Error {
  return generalError(
    `Infinite loop in credential configuration detected. Attempting to load from profile ${profile} ` +
      `which has already been visited. Visited profiles: [${visited.map((name) => `'${name}'`).join(', ')}]`,
  );
}

/**
 * What the request carries of its credentials. Temporary credentials without their session token are
 * nobody's, as at AWS.
 */
export function signingId(credentials: Credentials): string {
  const isTemporary = credentials.accessKeyId.startsWith('ASIA');
  return isTemporary && !credentials.sessionToken
    ? `${credentials.accessKeyId} without its token`
    : credentials.accessKeyId;
}

function fromAnswer(answer: Answer): Credentials {
  if (!answer.ok) throw serviceError(asClientsSee(answer.refusal, 'sts'), 'AssumeRole');
  const given = answer.output.Credentials as Readonly<Record<string, unknown>>;
  return {
    accessKeyId: given.AccessKeyId as string,
    secretAccessKey: given.SecretAccessKey as string,
    sessionToken: given.SessionToken as string,
    method: 'assume-role',
    expiresAtMs: given.Expiration as number,
  };
}

/** The CLI keeps the credentials of a role until they expire. */
function cachePathOf(host: CliHost, request: Record<string, unknown>): string {
  return expandPath(`~/.aws/cli/cache/${bytesToHex(sha1(utf8ToBytes(JSON.stringify(request))))}.json`, host);
}

const EXPIRY_MARGIN_MS = 15 * 60_000;

async function readCache(host: CliHost, path: string): Promise<Credentials | undefined> {
  const content = await host.files.read(path);
  if (typeof content === 'string') return undefined;
  try {
    const kept: unknown = JSON.parse(bytesToUtf8Lossy(content));
    const given = isObject(kept) && isObject(kept.Credentials) ? kept.Credentials : {};
    const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = given as Record<string, string>;
    const expiresAtMs = Date.parse(Expiration ?? '');
    if (!AccessKeyId || !SecretAccessKey || !(expiresAtMs - EXPIRY_MARGIN_MS > (await host.port.nowMs())))
      return undefined;
    return {
      accessKeyId: AccessKeyId,
      secretAccessKey: SecretAccessKey,
      sessionToken: SessionToken,
      method: 'assume-role',
      expiresAtMs,
    };
  } catch {
    return undefined;
  }
}

async function writeCache(host: CliHost, path: string, credentials: Credentials): Promise<void> {
  const Credentials = {
    AccessKeyId: credentials.accessKeyId,
    SecretAccessKey: credentials.secretAccessKey,
    SessionToken: credentials.sessionToken,
    Expiration: isoText(credentials.expiresAtMs ?? 0),
  };
  await host.files.write(path, utf8ToBytes(JSON.stringify({ Credentials })));
}
