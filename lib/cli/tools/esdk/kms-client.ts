import type { CliHost } from '../../aws/cli-host';
import { type Output, openSigner } from '../../programs/lab-requests';

/** What the Encryption SDK asks of a KMS client. */
interface KmsClient {
  readonly config: { readonly region: string };
  generateDataKey(input: object): Promise<Output>;
  encrypt(input: object): Promise<Output>;
  decrypt(input: object): Promise<Output>;
}

/** Calls that reached KMS, by operation. */
export type CallCounts = Map<string, number>;

/** A client for each Region, signing as the `aws` command would; every call goes to the lab's KMS. */
export function kmsClients(host: CliHost, profile: string | undefined, ownRegion: string, calls: CallCounts) {
  return (region: string): KmsClient => {
    const where = region === '' ? ownRegion : region;
    const call = (operation: string) => async (input: object) => {
      calls.set(operation, (calls.get(operation) ?? 0) + 1);
      const signer = await openSigner(host, {
        region: where,
        profile,
        userAgent: 'AwsEncryptionSdkJavascriptBrowser',
      });
      const named = Object.entries(input).filter(([, value]) => value !== undefined);
      const { output, refusal } = await signer.attempt('kms', operation, Object.fromEntries(named));
      if (output) return output;
      throw refused(refusal?.name ?? 'Error', refusal?.message ?? '');
    };
    return {
      config: { region: where },
      generateDataKey: call('GenerateDataKey'),
      encrypt: call('Encrypt'),
      decrypt: call('Decrypt'),
    };
  };
}

/** The library prints the stack of what stopped it; the learner needs the exception and not our files. */
function refused(name: string, message: string): Error {
  const error = new Error(message);
  error.name = name;
  error.stack = `${name}: ${message}`;
  return error;
}
