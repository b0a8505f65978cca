import { isRefusal, type Refusal } from '../../../aws';
import type { StoredItem, StoredValue } from '../records/item';
import type { KeyAttribute, TableRecord } from '../records/table';
import { invalidValues, keyMismatch, validation } from './errors';
import type { AttributeMap } from './shapes';
import { storedItem, typeOf } from './values';

/** A primary key, ready to find an item by. */
export interface PrimaryKey {
  readonly key: string;
  readonly partition: string;
  readonly attributes: StoredItem;
}

export function keyAttributes(table: TableRecord): readonly KeyAttribute[] {
  const { hash, range } = table.keySchema;
  return range ? [hash, range] : [hash];
}

/** The key of a whole item that is to be written. */
export function keyOfItem(table: TableRecord, item: StoredItem): PrimaryKey | Refusal {
  for (const attribute of keyAttributes(table)) {
    const value = item[attribute.name];
    if (!value) return invalidValues(`Missing the key ${attribute.name} in the item`);
    if (typeOf(value) !== attribute.type) {
      const types = `expected: ${attribute.type} actual: ${typeOf(value)}`;
      return invalidValues(`Type mismatch for key ${attribute.name} ${types}`);
    }
    const empty = refuseEmpty(attribute.name, value);
    if (empty) return empty;
  }
  return primaryKey(table, item);
}

/** The key a request names an item by: exactly the key attributes. */
export function keyOfRequest(table: TableRecord, given: AttributeMap): PrimaryKey | Refusal {
  const attributes = storedItem(given);
  if (isRefusal(attributes)) return attributes;
  const expected = keyAttributes(table);
  if (Object.keys(attributes).length !== expected.length) return keyMismatch();
  for (const { name, type } of expected) {
    const value = attributes[name];
    if (!value || typeOf(value) !== type) return keyMismatch();
    const empty = refuseEmpty(name, value);
    if (empty) return empty;
  }
  return primaryKey(table, attributes);
}

function refuseEmpty(name: string, value: StoredValue): Refusal | undefined {
  const empty = ('S' in value && value.S === '') || ('B' in value && value.B === '');
  if (!empty) return undefined;
  const noun = 'S' in value ? 'string' : 'binary';
  return validation(
    `One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty ${noun} value. Key: ${name}`,
  );
}

export function primaryKey(table: TableRecord, item: StoredItem): PrimaryKey {
  const { hash, range } = table.keySchema;
  const attributes: Record<string, StoredValue> = { [hash.name]: item[hash.name] as StoredValue };
  if (range) attributes[range.name] = item[range.name] as StoredValue;
  const values = Object.values(attributes).map((value) => Object.values(value)[0] as string);
  return { key: JSON.stringify(values), partition: partitionText(values[0] as string), attributes };
}

/** Canonical text of a partition key's value, which never varies in type within a table. */
export function partitionText(value: string): string {
  return JSON.stringify(value);
}
