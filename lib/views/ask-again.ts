import type { ApiRequest } from '../aws';
import type { AwsCommit, Scene } from './scene';

/** Asks a request once more, as the world was before it, and leaves no trace: as it was sent, or with other input. */
export function askAgain({ world, cloud }: Scene, { seq, atMs, request }: AwsCommit, input = request.input) {
  const again: ApiRequest = { ...request, input };
  return world.at(seq - 1, atMs, () => cloud.ask(again, false));
}
