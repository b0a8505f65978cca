import type { Line } from '../../programs/flags';
import { programError } from '../../programs/flags';
import type { kmsClients } from './kms-client';
import { type CacheLimits, listOf } from './options';
import type { Sdk } from './sdk';

type Clients = ReturnType<typeof kmsClients>;

/** The keyring for --key, the first of which makes the data keys; with --mrk related keys count as one. */
export function strictKeyring(sdk: Sdk, line: Line, clients: Clients) {
  const [generatorKeyId, ...keyIds] = listOf(line, '--key');
  const keys = { generatorKeyId, keyIds, clientProvider: clients as never };
  return line.switches.has('--mrk')
    ? sdk.buildAwsKmsMrkAwareStrictMultiKeyringBrowser(keys)
    : new sdk.KmsKeyringBrowser(keys);
}

/** The keyring for --key, or for --discovery, which asks KMS with whatever key the message names. */
export function decryptKeyring(sdk: Sdk, line: Line, clients: Clients, region: string) {
  if (line.flags.has('--key')) {
    // For decryption no key generates: every one is tried.
    const keyIds = [...listOf(line, '--key')];
    const keys = { keyIds, clientProvider: clients as never };
    return line.switches.has('--mrk')
      ? sdk.buildAwsKmsMrkAwareStrictMultiKeyringBrowser(keys)
      : new sdk.KmsKeyringBrowser(keys);
  }
  if (!line.switches.has('--discovery')) {
    throw programError('esdk decrypt: expected --key KEY or --discovery, found neither.');
  }
  const accountIDs = [...listOf(line, '--account')];
  const discoveryFilter = accountIDs.length > 0 ? { accountIDs, partition: 'aws' } : undefined;
  return line.switches.has('--mrk')
    ? new sdk.AwsKmsMrkAwareSymmetricDiscoveryKeyringBrowser({ client: clients(region), discoveryFilter })
    : new sdk.KmsKeyringBrowser({ clientProvider: clients as never, discovery: true, discoveryFilter });
}

/** The caching materials manager over a keyring. */
export function cached(
  sdk: Sdk,
  backingMaterials: ReturnType<typeof strictKeyring> | ReturnType<typeof decryptKeyring>,
  limits: CacheLimits,
) {
  return new sdk.WebCryptoCachingMaterialsManager({
    backingMaterials,
    cache: sdk.getLocalCryptographicMaterialsCache(limits.capacity),
    maxAge: limits.maxAgeMs,
    maxMessagesEncrypted: limits.maxMessages,
    maxBytesEncrypted: limits.maxBytes,
    // Without a name of its own every cache would draw one by chance.
    partition: 'esdk',
  });
}
