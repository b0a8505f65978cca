import type { Refusal, RequestSource } from '../../aws';
import { generalError } from './errors';
import type { CliSession } from './session';

/** `https://vpce-0a1b-0c2d.kms.eu-west-1.vpce.amazonaws.com`; S3 has `bucket.` in front. */
const PRIVATE = /^[a-z]+:\/\/(?:[a-z]+\.)?(vpce-[0-9a-z]+)[^/]*\.vpce\.amazonaws\.com(?::\d+)?(?:\/.*)?$/i;

/** The address that requests to a service are sent to, where it is not the usual one. */
export function endpointUrlOf({ globals, host, settings }: CliSession, service: string): string | undefined {
  if (globals.endpointUrl !== undefined) return globals.endpointUrl;
  const { env } = host;
  if (env.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS?.toLowerCase() === 'true') return undefined;
  return (
    env[`AWS_ENDPOINT_URL_${service.toUpperCase()}`] ?? env.AWS_ENDPOINT_URL ?? settings.get('endpoint_url')
  );
}

/** Services whose address begins with another word than their name. */
const HOSTS: Readonly<Record<string, string>> = {
  accessanalyzer: 'access-analyzer',
  cloudwatch: 'monitoring',
};

/** Nothing answers at the address: no Region of that name, or a VPC endpoint that leads elsewhere. */
export function isUnreached({ name }: Refusal): boolean {
  return name === 'EndpointConnectionError';
}

export function connectionError(service: string, region: string, endpointUrl?: string): Error {
  const usual = `https://${HOSTS[service] ?? service}.${region}.amazonaws.com/`;
  return generalError(`Could not connect to the endpoint URL: "${endpointUrl ?? usual}"`);
}

/** Where a request to a service comes from: through a VPC endpoint, if its address says so. */
export function sourceOf(session: CliSession, service: string): RequestSource {
  const [, vpcEndpoint] = PRIVATE.exec(endpointUrlOf(session, service) ?? '') ?? [];
  return vpcEndpoint === undefined ? session.source : { ...session.source, vpcEndpoint };
}
