import type { Refusal } from '../../../aws';
import type { KeyAttribute, KeySchema, KeyType } from '../records/table';
import { invalidValues, validation } from './errors';

interface Element {
  readonly AttributeName: string;
  readonly KeyType: 'HASH' | 'RANGE';
}

interface AttributeDefinition {
  readonly AttributeName: string;
  readonly AttributeType: KeyType;
}

/** The primary key a request describes. refuses: order of the elements, undefined or spare attributes */
export function readSchema(
  elements: readonly Element[],
  definitions: readonly AttributeDefinition[],
): KeySchema | Refusal {
  const [first, second] = elements;
  if (first?.KeyType !== 'HASH')
    return validation('Invalid KeySchema: The first KeySchemaElement is not a HASH key type');
  if (second && second.KeyType !== 'RANGE')
    return validation('Invalid KeySchema: The second KeySchemaElement is not a RANGE key type');
  const defined = definitions.map(({ AttributeName }) => AttributeName);
  const missing = elements.map((one) => one.AttributeName).filter((name) => !defined.includes(name));
  if (missing.length > 0) {
    const lists = `Keys: [${missing.join(', ')}], AttributeDefinitions: [${defined.join(', ')}]`;
    return invalidValues(`Some index key attributes are not defined in AttributeDefinitions. ${lists}`);
  }
  if (definitions.length !== elements.length) {
    return invalidValues(
      'Number of attributes in KeySchema does not exactly match number of attributes defined in AttributeDefinitions',
    );
  }
  return { hash: keyAttribute(first, definitions), range: second && keyAttribute(second, definitions) };
}

function keyAttribute(
  { AttributeName: name }: Element,
  definitions: readonly AttributeDefinition[],
): KeyAttribute {
  const definition = definitions.find(({ AttributeName }) => AttributeName === name);
  return { name, type: definition?.AttributeType ?? 'S' };
}

/** Provisioned mode, which is the default, needs its capacity; on-demand mode refuses one. */
export function refuseBilling(request: {
  readonly BillingMode?: 'PROVISIONED' | 'PAY_PER_REQUEST';
  readonly ProvisionedThroughput?: object;
}): Refusal | undefined {
  const onDemand = request.BillingMode === 'PAY_PER_REQUEST';
  const units = request.ProvisionedThroughput;
  if (onDemand && units) {
    return invalidValues(
      'Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST',
    );
  }
  if (!onDemand && !units) {
    return invalidValues(
      'ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED',
    );
  }
  return undefined;
}
