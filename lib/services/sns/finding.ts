import { type Call, type Permission, parseArn, type Refusal } from '../../aws';
import { type TopicRecord, topics } from './records/topic';
import { topicNotFound } from './rules/errors';

interface Named {
  readonly TopicArn: string;
}

/** Whether a topic is there is told before permissions are looked at. */
export function topicVerdict(call: Call<Named>): Refusal | undefined {
  return topicAt(call) ? undefined : topicNotFound();
}

export function topicOf(call: Call<Named>): TopicRecord | Refusal {
  return topicAt(call) ?? topicNotFound();
}

function topicAt({ world, region, input }: Call<Named>): TopicRecord | undefined {
  const topic = world.table(topics).get(input.TopicArn);
  return topic?.region === region ? topic : undefined;
}

/** With the topic's policy on the owner's side. */
export function topicPermission(call: Call<Named>, action: string): Permission {
  return {
    action: `sns:${action}`,
    resource: call.input.TopicArn,
    account: parseArn(call.input.TopicArn)?.account,
    resourcePolicy: topicAt(call)?.attributes.Policy,
  };
}

export function topicResources(call: Call<Named>): readonly string[] {
  return [call.input.TopicArn];
}
