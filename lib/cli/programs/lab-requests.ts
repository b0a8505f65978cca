import type { AnyOperation, Refusal } from '../../aws';
import { needs } from '../../base';
import type { CliHost } from '../aws/cli-host';
import { signingId } from '../aws/configuration/credentials';
import { sendWithRetries } from '../aws/sender';
import { checkProfile, credentialsOf, openSession, regionOf } from '../aws/session';

export type Output = Readonly<Record<string, unknown>>;

/** Whose name a program's requests carry, and where they go. */
export interface Signer {
  readonly region: string;
  /** Sends, with the waits and retries of an SDK. @throws CliError with the service's refusal. */
  send(service: string, operation: string, input: Readonly<Record<string, unknown>>): Promise<Output>;
  /** Sends once; answers the refusal, if that is the answer. */
  attempt(
    service: string,
    operation: string,
    input: Readonly<Record<string, unknown>>,
  ): Promise<{ readonly output?: Output; readonly refusal?: Refusal }>;
}

export interface SignerOptions {
  readonly region?: string | undefined;
  readonly profile?: string | undefined;
  readonly userAgent: string;
}

/**
 * A signer that finds Region and credentials as `aws` does. Temporary credentials are asked for anew when they
 * run out, so a program may run for days of lab time.
 * @throws CliError where there is no Region, or no such profile.
 */
export async function openSigner(
  host: CliHost,
  { region, profile, userAgent }: SignerOptions,
): Promise<Signer> {
  const globals = { region, profile, paginate: true, signs: true };
  const session = await openSession(host, globals, { userAgent });
  checkProfile(session);
  const where = regionOf(session);
  const request = async (service: string, name: string) => ({
    host,
    operation: operationOf(host, service, name),
    region: where,
    credentials: signingId(await credentialsOf(session)),
    source: { userAgent },
  });
  return {
    region: where,
    send: async (service, name, input) => sendWithRetries(await request(service, name), input),
    attempt: async (service, name, input) => {
      const { operation, host: _host, ...rest } = await request(service, name);
      const answer = await host.port.send({ ...rest, service, operation: operation.name, input });
      return answer.ok ? { output: answer.output } : { refusal: answer.refusal };
    },
  };
}

function operationOf(host: CliHost, service: string, name: string): AnyOperation {
  const found = host.port.operations(service).find((operation) => operation.name === name);
  needs(found, `the lab has ${service} ${name}`);
  return found;
}

/** As an SDK prints an exception: its name and its text. */
export function exceptionLine({ name, message }: Refusal): string {
  return message === undefined ? name : `${name}: ${message}`;
}
