import type { Answer } from '../../../aws';
import { signingId } from '../configuration/credentials';
import { connectionError, endpointUrlOf, isUnreached, sourceOf } from '../endpoints';
import { CliError, serviceError } from '../errors';
import { type CliSession, credentialsOf, regionOf } from '../session';

/** The `s3api` operations that the `s3` commands are made of. */
export interface S3Client {
  readonly region: string;
  /** The answer or the refusal. */
  send(operation: string, input: Readonly<Record<string, unknown>>): Promise<Answer>;
  /** @throws CliError with the service's refusal. */
  call(
    operation: string,
    input: Readonly<Record<string, unknown>>,
  ): Promise<Readonly<Record<string, unknown>>>;
}

export async function openS3(session: CliSession): Promise<S3Client> {
  const region = regionOf(session, 's3');
  const credentials = session.globals.signs ? signingId(await credentialsOf(session)) : '';
  const source = sourceOf(session, 's3');
  const send: S3Client['send'] = (operation, input) =>
    session.host.port.send({ service: 's3', operation, region, credentials, input, source });
  return {
    region,
    send,
    call: async (operation, input) => {
      const answer = await send(operation, input);
      if (answer.ok) return answer.output;
      if (isUnreached(answer.refusal)) throw connectionError('s3', region, endpointUrlOf(session, 's3'));
      throw serviceError(answer.refusal, operation);
    },
  };
}

/** What went wrong, in one line, for the commands that report it beside the file it happened to. */
export function reasonOf(error: unknown): string {
  if (error instanceof CliError) return error.text.trim();
  throw error;
}
