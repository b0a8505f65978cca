import type { AwsWorld } from '../../aws';
import { type MessageRecord, messages } from './records/message';

/** A message that nobody took is gone when its time is over. */
export const dueHandlers: Readonly<Record<string, (world: AwsWorld, record: object) => void>> = {
  [messages.name]: (world, record) => world.delete(messages, (record as MessageRecord).messageId),
};
