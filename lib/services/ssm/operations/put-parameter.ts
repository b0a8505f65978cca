import { type Call, define, isRefusal, type Refusal, shape } from '../../../aws';
import { utf8ToBytes } from '../../../base';
import { parameterArn, parameterOf, parameterPermission } from '../finding';
import { MANAGED_KEY, sealValue } from '../kms';
import { type ParameterRecord, parameters, type Tier } from '../records/parameter';
import { parameterExists, validation } from '../rules/errors';
import { MOST_BYTES, MOST_LEVELS } from '../rules/limits';
import { keyId, parameterName, parameterType, tier } from '../rules/shapes';

const input = shape.structure(
  {
    Name: parameterName,
    Description: shape.string({ max: 1024 }),
    Value: shape.string({ sensitive: true }),
    Type: parameterType,
    KeyId: keyId,
    Overwrite: shape.boolean(),
    AllowedPattern: shape.string({ max: 1024 }),
    Tier: tier,
    DataType: shape.string({ max: 128 }),
  },
  ['Name', 'Value'],
);
type Input = NonNullable<(typeof input)['type']>;

/** refuses: Validation, ParameterAlreadyExists, HierarchyLevelLimitExceeded, InvalidKeyId, AccessDenied (KMS). fact: services 6 */
export const putParameter = define({
  service: 'ssm',
  name: 'PutParameter',
  about: 'Stores a parameter; a SecureString is encrypted with a KMS key.',
  input,
  output: shape.structure({ Version: shape.long(), Tier: tier }),
  readOnly: false,
  permissions: (call) => [parameterPermission(call, 'PutParameter', call.input.Name)],
  resources: (call) => [parameterArn(call, call.input.Name)],
  responseElements: (output) => output,
  validate: ({ input: given }) => refuseName(given.Name),
  handle: (call) => {
    const held = parameterOf(call, call.input.Name);
    const refusal = refuseValue(call.input, held);
    if (refusal) return refusal;
    const made = newParameter(call, held);
    if (isRefusal(made)) return made;
    call.world.put(parameters, made);
    return { Version: made.version, Tier: made.tier };
  },
});

/** assumed: the texts */
function refuseName(name: string): Refusal | undefined {
  if (!/^[a-zA-Z0-9_.\-/]+$/.test(name) || (name.includes('/') && !name.startsWith('/'))) {
    return validation('Parameter name must be a fully qualified name.');
  }
  if (/^\/?(aws|ssm)/i.test(name)) {
    return validation('Parameter name: can\'t be prefixed with "aws" or "ssm" (case-insensitive).');
  }
  if (name.split('/').length - 1 <= MOST_LEVELS) return undefined;
  return validation(`Parameter name must not have more than ${MOST_LEVELS} levels.`);
}

/** A standard parameter becomes advanced when asked; never the other way. fact: services 6 */
function refuseValue(given: Input, held: ParameterRecord | undefined): Refusal | undefined {
  if (held && !given.Overwrite) return parameterExists();
  if (!held && given.Type === undefined)
    return validation('A parameter type is required when you create a parameter.');
  if (given.KeyId !== undefined && (given.Type ?? held?.type) !== 'SecureString') {
    return validation('KeyId is only supported for parameters of type SecureString.');
  }
  if (held?.tier === 'Advanced' && given.Tier === 'Standard') {
    return validation(
      "This parameter uses the advanced-parameter tier. You can't downgrade a parameter from the advanced-parameter tier to the standard-parameter tier.",
    );
  }
  const length = utf8ToBytes(given.Value).length;
  const most = MOST_BYTES[tierOf(given, held)];
  if (length <= most) return undefined;
  return validation(`Value of ${length} bytes was found; a parameter of this tier may have up to ${most}.`);
}

function tierOf({ Tier, Value }: Input, held: ParameterRecord | undefined): Tier {
  if (Tier === 'Intelligent-Tiering') {
    return utf8ToBytes(Value).length > MOST_BYTES.Standard ? 'Advanced' : (held?.tier ?? 'Standard');
  }
  return Tier ?? held?.tier ?? 'Standard';
}

function newParameter(call: Call<Input>, held: ParameterRecord | undefined): ParameterRecord | Refusal {
  const { input: given, principal, region, nowMs } = call;
  const arn = parameterArn(call, given.Name);
  const type = given.Type ?? held?.type ?? 'String';
  const isSecure = type === 'SecureString';
  const key = given.KeyId ?? held?.keyId ?? MANAGED_KEY;
  const chosen = tierOf(given, held);
  const value = isSecure ? sealValue(call, { arn, keyId: key, tier: chosen }, given.Value) : given.Value;
  if (isRefusal(value)) return value;
  return {
    arn,
    name: given.Name,
    account: principal.account,
    region,
    type,
    value,
    keyId: isSecure ? key : undefined,
    description: given.Description ?? held?.description,
    allowedPattern: given.AllowedPattern ?? held?.allowedPattern,
    tier: chosen,
    dataType: given.DataType ?? held?.dataType ?? 'text',
    version: (held?.version ?? 0) + 1,
    modifiedAtMs: nowMs,
    modifiedBy: principal.arn,
  };
}
