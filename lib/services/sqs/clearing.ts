import type { AwsWorld } from '../../aws';
import { messages } from './records/message';

export function clearMessages(world: AwsWorld, queueArn: string): void {
  for (const id of world.table(messages).idsBy('queue', queueArn)) world.delete(messages, id);
}
