import { type Call, define, isRefusal, shape } from '../../../aws';
import { queueOf, queuePermission, queueResources, queueVerdict } from '../finding';
import { keyIdOf } from '../kms';
import { messages } from '../records/message';
import type { QueueRecord } from '../records/queue';
import { type Attributes, DEFAULT_REUSE_SECONDS } from '../rules/attributes';
import { denied } from '../rules/errors';

export const getQueueAttributes = define({
  service: 'sqs',
  name: 'GetQueueAttributes',
  about: 'Shows attributes of a queue.',
  input: shape.structure({ QueueUrl: shape.string(), AttributeNames: shape.list(shape.string()) }, [
    'QueueUrl',
  ]),
  output: shape.structure({ Attributes: shape.map(shape.string()) }),
  readOnly: true,
  denied,
  verdict: queueVerdict,
  permissions: (call) => [queuePermission(call, 'GetQueueAttributes')],
  resources: queueResources,
  handle: (call) => {
    const queue = queueOf(call);
    if (isRefusal(queue)) return queue;
    const { AttributeNames: names = [] } = call.input;
    const shown = Object.entries(attributesOf(call, queue)).filter(
      ([name]) => names.includes('All') || names.includes(name),
    );
    return { Attributes: shown.length > 0 ? Object.fromEntries(shown) : undefined };
  },
});

function attributesOf(call: Call<object>, queue: QueueRecord): Attributes {
  const held = call.world.table(messages).by('queue', queue.arn);
  const visible = held.filter(({ visibleAtMs }) => visibleAtMs <= call.nowMs).length;
  const { SqsManagedSseEnabled = 'false', ...attributes } = queue.attributes;
  const reuse: Attributes = keyIdOf(queue)
    ? { KmsDataKeyReusePeriodSeconds: String(DEFAULT_REUSE_SECONDS) }
    : {};
  return {
    QueueArn: queue.arn,
    ApproximateNumberOfMessages: String(visible),
    ApproximateNumberOfMessagesNotVisible: String(held.length - visible),
    ApproximateNumberOfMessagesDelayed: '0',
    CreatedTimestamp: seconds(queue.createdAtMs),
    LastModifiedTimestamp: seconds(queue.modifiedAtMs),
    ...reuse,
    ...attributes,
    SqsManagedSseEnabled,
  };
}

function seconds(ms: number): string {
  return String(Math.floor(ms / 1000));
}
