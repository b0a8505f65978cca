import { define, isRefusal, regionalArn, shape } from '../../../aws';
import { topics } from '../records/topic';
import { given, refuseAttribute } from '../rules/attributes';
import { denied, invalidParameter } from '../rules/errors';

/** Made once; asked again it answers the same. The KMS key is not looked at before it is used. refuses: InvalidParameter */
export const createTopic = define({
  service: 'sns',
  name: 'CreateTopic',
  about: 'Creates a topic, encrypted under a KMS key if asked.',
  input: shape.structure(
    { Name: shape.string({ min: 1, max: 256, pattern: '[\\w-]+' }), Attributes: shape.map(shape.string()) },
    ['Name'],
  ),
  output: shape.structure({ TopicArn: shape.string() }),
  readOnly: false,
  denied,
  permissions: ({ input, region, principal }) => [
    { action: 'sns:CreateTopic', resource: regionalArn('sns', region, principal.account, input.Name) },
  ],
  resources: ({ input, region, principal }) => [regionalArn('sns', region, principal.account, input.Name)],
  responseElements: (output) => ({ ...output }),
  handle: ({ input, world, region, principal }) => {
    const attributes = given(input.Attributes ?? {});
    const refusal = Object.keys(attributes).map(refuseAttribute).find(isRefusal);
    if (refusal) return refusal;
    const arn = regionalArn('sns', region, principal.account, input.Name);
    const there = world.table(topics).get(arn);
    const isOther =
      there && Object.keys(attributes).some((name) => there.attributes[name] !== attributes[name]);
    if (isOther) return invalidParameter('Attributes Reason: Topic already exists with different attributes');
    if (!there) world.put(topics, { arn, name: input.Name, account: principal.account, region, attributes });
    return { TopicArn: arn };
  },
});
