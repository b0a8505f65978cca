import { type Line, programError, readLine, wholeNumber } from '../../programs/flags';
import { openSigner } from '../../programs/lab-requests';
import type { ToolHost } from '../tool';
import { cached, decryptKeyring } from './keyrings';
import { type CallCounts, kmsClients } from './kms-client';
import { cacheOf, commitmentOf, contextOf, delivered, inputOf, WHERE } from './options';
import { encryptionSdk } from './sdk';

/** Decrypts a message. The context is read from its header; --context says what has to stand there. */
export async function decrypt(words: readonly string[], host: ToolHost): Promise<string | Uint8Array> {
  const values = {
    '--key': 'KEY,KEY',
    '--account': 'ID,ID',
    '--context': 'NAME=VALUE,NAME=VALUE',
    '--commitment': 'POLICY',
    '--max-data-keys': 'N',
    '--cache': 'LIMITS',
    '--in': 'FILE',
    '--out': 'FILE',
    ...WHERE,
  };
  const switches = ['--discovery', '--mrk'];
  const line = readLine(words, { of: 'esdk decrypt', values, switches, positionals: 1 });
  const bytes = await inputOf(line, host);
  const calls: CallCounts = new Map();
  const { plaintext, messageHeader } = await opened(line, host, bytes, calls);
  checkContext(line, messageHeader.encryptionContext);
  const asked = [...calls].map(([operation, times]) => `${times} ${operation}`).join(', ') || 'none';
  const said = `${plaintext.length} bytes decrypted\ncalls to KMS: ${asked}\n`;
  return delivered(line, host, new Uint8Array(plaintext), said);
}

async function opened(line: Line, host: ToolHost, bytes: Uint8Array, calls: CallCounts) {
  const sdk = await encryptionSdk();
  const profile = line.flags.get('--profile');
  const asked = line.flags.get('--region');
  const { region } = await openSigner(host, { region: asked, profile, userAgent: 'esdk' });
  const keyring = decryptKeyring(sdk, line, kmsClients(host, profile, region, calls), region);
  const limits = cacheOf(line);
  const most = line.flags.get('--max-data-keys');
  const client = sdk.buildClient({
    commitmentPolicy: sdk.CommitmentPolicy[commitmentOf(line, 'REQUIRE_ENCRYPT_REQUIRE_DECRYPT')],
    maxEncryptedDataKeys: most === undefined ? false : wholeNumber(most, 'esdk decrypt', '--max-data-keys'),
  });
  return client.decrypt(limits ? cached(sdk, keyring, limits) : keyring, bytes);
}

/** The library decrypts under whatever context the header names: that it is the right one is the caller's check. */
function checkContext(line: Line, found: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(contextOf(line))) {
    if (found[name] === value) continue;
    const there = Object.hasOwn(found, name) ? found[name] : 'nothing';
    throw programError(`esdk decrypt: expected ${name}=${value} in the encryption context, found ${there}.`);
  }
}
