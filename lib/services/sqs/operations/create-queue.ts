import { define, shape } from '../../../aws';
import { queueArn, queueUrl } from '../finding';
import { queues } from '../records/queue';
import { DEFAULTS, refuseAttributes, withAttributes } from '../rules/attributes';
import { denied, queueExists } from '../rules/errors';

/**
 * Makes a queue; asked again with the same attributes it answers the same. The KMS key is not looked at before it is used.
 * refuses: InvalidAttributeName, InvalidAttributeValue, QueueAlreadyExists
 */
export const createQueue = define({
  service: 'sqs',
  name: 'CreateQueue',
  about: 'Creates a queue, encrypted under a KMS key if asked.',
  input: shape.structure(
    {
      QueueName: shape.string({ min: 1, max: 80, pattern: '[\\w-]+' }),
      Attributes: shape.map(shape.string()),
    },
    ['QueueName'],
  ),
  output: shape.structure({ QueueUrl: shape.string() }),
  readOnly: false,
  denied,
  validate: ({ input }) => refuseAttributes(input.Attributes ?? {}),
  permissions: (call) => [
    {
      action: 'sqs:CreateQueue',
      resource: queueArn(call.region, call.principal.account, call.input.QueueName),
    },
  ],
  resources: (call) => [queueArn(call.region, call.principal.account, call.input.QueueName)],
  responseElements: (output) => ({ ...output }),
  handle: ({ input, world, nowMs, region, principal }) => {
    const { account } = principal;
    const arn = queueArn(region, account, input.QueueName);
    const attributes = withAttributes(DEFAULTS, input.Attributes ?? {});
    const there = world.table(queues).get(arn);
    const odd = there && Object.keys(attributes).find((name) => there.attributes[name] !== attributes[name]);
    if (odd !== undefined) return queueExists(odd);
    const made = {
      arn,
      name: input.QueueName,
      account,
      region,
      createdAtMs: nowMs,
      modifiedAtMs: nowMs,
      attributes,
    };
    return { QueueUrl: queueUrl(there ?? world.put(queues, made)) };
  },
});
