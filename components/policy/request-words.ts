import type { AskedRequest, SupposedRequest } from '../../lib/views';

/** What a supposed request says beyond its label; nothing for one of the run. */
export function detailWords(request: AskedRequest): string {
  if ('requestId' in request) return '';
  const { encryptionContext, alias, vpcEndpoint, via } = request.supposed;
  const context = Object.entries(encryptionContext ?? {}).map(([name, value]) => `${name}=${value}`);
  const parts = [
    context.length > 0 ? `context ${context.join(', ')}` : '',
    alias ? `by ${alias}` : '',
    vpcEndpoint ? `through ${vpcEndpoint}` : '',
    via ? `via ${via}` : '',
  ];
  return ['supposed', ...parts.filter((part) => part !== '')].join(', ');
}

/** `tenant=acme, purpose=card` as pairs; nothing where it cannot be read. */
export function contextOf(text: string): Readonly<Record<string, string>> | undefined {
  const pairs = text
    .split(',')
    .map((pair) => pair.trim())
    .filter((pair) => pair !== '')
    .map((pair) => pair.split('='));
  if (pairs.some(([name, value, more]) => !name || value === undefined || more !== undefined))
    return undefined;
  return Object.fromEntries(pairs);
}

/** The request as one types it, under the principal's own credentials. */
export function requestCommand(supposed: SupposedRequest): string {
  const { operation, key, encryptionContext, alias, vpcEndpoint } = supposed;
  const [, , , region = '', account = ''] = key.split(':');
  const name = operation.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase();
  const named = alias ? `arn:aws:kms:${region}:${account}:${alias}` : key;
  const context = Object.entries(encryptionContext ?? {}).map(([of, value]) => `${of}=${value}`);
  // ReEncrypt names two keys, each with its context; those of a supposed request are the same.
  const ends = operation === 'ReEncrypt' ? ['source-', 'destination-'] : [''];
  const words = [
    `aws kms ${name} --region ${region}`,
    ...ends.map((end) => `--${end}key-id ${named}`),
    ...ends.map((end) => (context.length > 0 ? `--${end}encryption-context ${context.join(',')}` : '')),
    vpcEndpoint
      ? `--endpoint-url https://${vpcEndpoint}-${vpcEndpoint.slice(-8)}.kms.${region}.vpce.amazonaws.com`
      : '',
  ];
  return words.filter((word) => word !== '').join(' ');
}
