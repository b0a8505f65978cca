import { define, isRefusal, refuse, shape } from '../../../aws';
import { compilePolicyText } from '../../../policy';
import { secretPermission, touched, usableSecret } from '../finding';
import { secrets } from '../records/secret';
import { denied } from '../rules/errors';
import { secretId } from '../rules/shapes';

/** refuses: MalformedPolicyDocument, ResourceNotFound. differs: BlockPublicPolicy is not looked at */
export const putResourcePolicy = define({
  service: 'secretsmanager',
  name: 'PutResourcePolicy',
  about: "Sets a secret's resource policy.",
  input: shape.structure(
    {
      SecretId: secretId,
      ResourcePolicy: shape.string({ min: 1, max: 20_480 }),
      BlockPublicPolicy: shape.boolean(),
    },
    ['SecretId', 'ResourcePolicy'],
  ),
  output: shape.structure({ ARN: shape.string(), Name: shape.string() }),
  readOnly: false,
  denied,
  permissions: (call) => [secretPermission(call, 'PutResourcePolicy', call.input.SecretId)],
  resources: touched,
  handle: (call) => {
    const secret = usableSecret(call);
    if (isRefusal(secret)) return secret;
    const compiled = compilePolicyText(call.input.ResourcePolicy, 'resource');
    if (!compiled.ok) {
      const why = compiled.problems[0]?.message ?? 'it is no JSON';
      return refuse('MalformedPolicyDocumentException', `This resource policy is not a valid policy: ${why}`);
    }
    call.world.put(secrets, { ...secret, policy: call.input.ResourcePolicy });
    return { ARN: secret.arn, Name: secret.name };
  },
});
