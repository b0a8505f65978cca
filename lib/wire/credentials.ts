/** Who signs a request and for which Region, as its SigV4 credential scope says. The signature is not verified. */
export interface CredentialScope {
  readonly accessKeyId: string;
  readonly region: string;
  readonly service: string;
}

const SCOPE = /Credential=([^/,\s]+)\/\d{8}\/([a-z0-9-]+)\/([a-z0-9-]+)\/aws4_request/;

/** Undefined when the request is not signed with SigV4. */
export function credentialScope(authorization: string | undefined): CredentialScope | undefined {
  const [, accessKeyId, region, service] = SCOPE.exec(authorization ?? '') ?? [];
  return accessKeyId && region && service ? { accessKeyId, region, service } : undefined;
}
