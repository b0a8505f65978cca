/** Who signs a request and for which Region, as its SigV4 credential scope says. The signature is not verified. */
export interface CredentialScope {
  readonly accessKeyId: string;
  readonly region: string;
  readonly service: string;
}

const SCOPE = /Credential=([^/,\s]+)\/\d{8}\/([a-z0-9-]*)\/([a-z0-9-]+)\/aws4_request/;

/** Scopes of services without Regions name none, or this one. Their endpoint stands in us-east-1. */
const NO_REGION = new Set(['', 'aws-global']);

/** Undefined when the request is not signed with SigV4. */
export function credentialScope(authorization: string | undefined): CredentialScope | undefined {
  const [, accessKeyId, named = '', service] = SCOPE.exec(authorization ?? '') ?? [];
  if (!accessKeyId || !service) return undefined;
  return { accessKeyId, region: NO_REGION.has(named) ? 'us-east-1' : named, service };
}
