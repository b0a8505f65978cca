import { type Call, type Permission, type Refusal, regionalArn } from '../../aws';
import { attributeOf, type QueueRecord, queues } from './records/queue';
import { noSuchQueue } from './rules/errors';

export function queueArn(region: string, account: string, name: string): string {
  return regionalArn('sqs', region, account, name);
}

export function queueUrl({
  region,
  account,
  name,
}: Pick<QueueRecord, 'region' | 'account' | 'name'>): string {
  return `https://sqs.${region}.amazonaws.com/${account}/${name}`;
}

const URL = /^https:\/\/sqs\.([a-z0-9-]+)\.amazonaws\.com\/(\d{12})\/([\w-]+(?:\.fifo)?)$/;

/** The queue a URL means, in this Region. */
function queueAt(call: Call<object>, url: string): QueueRecord | undefined {
  const [, region, account = '', name = ''] = URL.exec(url) ?? [];
  return region === call.region ? call.world.table(queues).get(queueArn(region, account, name)) : undefined;
}

interface Named {
  readonly QueueUrl: string;
}

/** Whether a queue is there is told before permissions are looked at. */
export function queueVerdict(call: Call<Named>): Refusal | undefined {
  return queueAt(call, call.input.QueueUrl) ? undefined : noSuchQueue();
}

export function queueOf(call: Call<Named>): QueueRecord | Refusal {
  return queueAt(call, call.input.QueueUrl) ?? noSuchQueue();
}

/** With the queue's policy on the owner's side. */
export function queuePermission(call: Call<Named>, action: string): Permission {
  const queue = queueAt(call, call.input.QueueUrl);
  return {
    action: `sqs:${action}`,
    resource: queue?.arn ?? '*',
    account: queue?.account,
    resourcePolicy: queue && (attributeOf(queue, 'Policy') || undefined),
  };
}

export function queueResources(call: Call<Named>): readonly string[] {
  return [queueAt(call, call.input.QueueUrl)?.arn ?? ''].filter((arn) => arn !== '');
}
