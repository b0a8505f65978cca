import { define, isRefusal, shape } from '../../../aws';
import { ownParameters } from '../finding';
import type { ParameterRecord } from '../records/parameter';
import { pageOf } from '../rules/pages';
import { filters, parameterType, tier } from '../rules/shapes';

const MOST = 50;

/** Shows everything but the values. differs: filters by Name, Type, KeyId and Tier alone, with Equals and BeginsWith */
export const describeParameters = define({
  service: 'ssm',
  name: 'DescribeParameters',
  about: 'Lists parameters without their values: type, tier and KMS key.',
  input: shape.structure({
    ParameterFilters: filters,
    MaxResults: shape.integer({ min: 1, max: MOST }),
    NextToken: shape.string(),
  }),
  output: shape.structure({
    Parameters: shape.list(
      shape.structure({
        Name: shape.string(),
        ARN: shape.string(),
        Type: parameterType,
        KeyId: shape.string(),
        LastModifiedDate: shape.timestamp(),
        LastModifiedUser: shape.string(),
        Description: shape.string(),
        AllowedPattern: shape.string(),
        Version: shape.long(),
        Tier: tier,
        DataType: shape.string(),
      }),
    ),
    NextToken: shape.string(),
  }),
  readOnly: true,
  permissions: () => [{ action: 'ssm:DescribeParameters', resource: '*' }],
  handle: (call) => {
    const { ParameterFilters = [], MaxResults = MOST, NextToken } = call.input;
    const fitting = ownParameters(call).filter((one) =>
      ParameterFilters.every((filter) => fits(one, filter)),
    );
    const page = pageOf(fitting, NextToken, MaxResults);
    if (isRefusal(page)) return page;
    return { Parameters: page.items.map(described), NextToken: page.next };
  },
});

interface Filter {
  readonly Key: string;
  readonly Option?: string;
  readonly Values?: readonly string[];
}

function fits(one: ParameterRecord, { Key, Option, Values = [] }: Filter): boolean {
  const held = { Name: one.name, Type: one.type, KeyId: one.keyId, Tier: one.tier }[Key];
  return Values.some((value) => (Option === 'BeginsWith' ? held?.startsWith(value) : held === value));
}

function described(one: ParameterRecord) {
  return {
    Name: one.name,
    ARN: one.arn,
    Type: one.type,
    KeyId: one.keyId,
    LastModifiedDate: one.modifiedAtMs,
    LastModifiedUser: one.modifiedBy,
    Description: one.description,
    AllowedPattern: one.allowedPattern,
    Version: one.version,
    Tier: one.tier,
    DataType: one.dataType,
  };
}
