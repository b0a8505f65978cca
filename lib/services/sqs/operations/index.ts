import type { AnyOperation } from '../../../aws';
import { createQueue } from './create-queue';
import { deleteMessage } from './delete-message';
import { deleteQueue } from './delete-queue';
import { getQueueAttributes } from './get-queue-attributes';
import { getQueueUrl } from './get-queue-url';
import { listQueues } from './list-queues';
import { purgeQueue } from './purge-queue';
import { receiveMessage } from './receive-message';
import { sendMessage } from './send-message';
import { setQueueAttributes } from './set-queue-attributes';

export const operations: Readonly<Record<string, AnyOperation>> = {
  CreateQueue: createQueue,
  DeleteMessage: deleteMessage,
  DeleteQueue: deleteQueue,
  GetQueueAttributes: getQueueAttributes,
  GetQueueUrl: getQueueUrl,
  ListQueues: listQueues,
  PurgeQueue: purgeQueue,
  ReceiveMessage: receiveMessage,
  SendMessage: sendMessage,
  SetQueueAttributes: setQueueAttributes,
};
