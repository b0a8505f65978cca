import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../../aws';
import type { StoredItem } from '../records/item';
import { updated } from './apply-update';
import { bind } from './bindings';
import { parseCondition } from './condition';
import { meets } from './evaluate';
import { parseUpdate } from './update';

const item: StoredItem = {
  id: { S: 'order-1' },
  n: { N: '10' },
  b: { B: 'AQID' },
  tags: { SS: ['red', 'blue'] },
  parts: { L: [{ S: 'a' }, { N: '2' }] },
  deep: { M: { kids: { L: [{ M: { leaf: { BOOL: true } } }] } } },
};
const ExpressionAttributeValues = {
  ':one': { N: '1' },
  ':nine': { N: '9' },
  ':ten': { N: '10.0' },
  ':yes': { BOOL: true },
  ':order': { S: 'order' },
  ':red': { S: 'red' },
  ':s': { S: 'S' },
  ':bytes': { B: Uint8Array.of(1, 2) },
  ':list': { L: [{ S: 'z' }] },
  ':set': { SS: ['blue', 'green'] },
  ':tags': { SS: ['blue', 'red'] },
};

function bindings() {
  const bound = bind({ ExpressionAttributeValues, ExpressionAttributeNames: { '#d': 'deep' } }, ['x']);
  if (isRefusal(bound)) throw new Error(bound.message);
  return bound;
}

function holds(text: string): unknown {
  const condition = parseCondition('ConditionExpression', text, bindings());
  return isRefusal(condition) ? condition.message : meets(item, condition);
}

function resultOf(text: string): unknown {
  const actions = parseUpdate(text, bindings());
  const result = isRefusal(actions) ? actions : updated(item, actions);
  return isRefusal(result) ? result.message : result;
}

describe('conditions', () => {
  it.each([
    ['n = :ten', true],
    ['n <> :ten', false],
    ['n > :nine AND n <= :ten', true],
    ['n BETWEEN :nine AND :ten AND NOT n < :nine', true],
    ['n IN (:one, :nine, :ten)', true],
    ['n = :order', false],
    ['n < :order', false],
    [
      'missing = :one',
      'Invalid ConditionExpression: Attribute name is a reserved keyword; reserved keyword: missing',
    ],
    ['absent = :one', false],
    ['absent <> :one', true],
    ['attribute_exists(#d.kids[0].leaf) AND #d.kids[0].leaf = :yes', true],
    ['attribute_not_exists(deep.kids[1])', true],
    ['attribute_type(id, :s)', true],
    ['begins_with(id, :order) AND begins_with(b, :bytes)', true],
    ['contains(tags, :red) AND contains(id, :order) AND contains(parts, :list)', false],
    ['contains(tags, :red) OR absent = :one AND absent = :one', true],
    ['(contains(tags, :red) OR absent = :one) AND absent = :one', false],
    ['size(parts) < :nine AND size(id) < :nine AND size(tags) > :one', true],
    ['tags = :tags', true],
    ['n = ', 'Invalid ConditionExpression: Syntax error; token: "<EOF>", near: "= "'],
    ['n ~ :one', 'Invalid ConditionExpression: Syntax error; token: "~", near: "n ~ :on"'],
    ['absent(n)', 'Invalid ConditionExpression: Invalid function name; function: absent'],
    ['', 'Invalid ConditionExpression: The expression can not be empty;'],
  ])('%s: %s', (text, expected) => {
    expect(holds(text)).toBe(expected);
  });
});

describe('updates', () => {
  it.each([
    [
      'SET n = n + :one, deep.kids[0].leaf = :one',
      { n: { N: '11' }, deep: { M: { kids: { L: [{ M: { leaf: { N: '1' } } }] } } } },
    ],
    ['SET n = :one - n', { n: { N: '-9' } }],
    ['SET parts = list_append(:list, parts)', { parts: { L: [{ S: 'z' }, { S: 'a' }, { N: '2' }] } }],
    ['SET parts[1] = :one, parts[9] = :nine', { parts: { L: [{ S: 'a' }, { N: '1' }, { N: '9' }] } }],
    ['SET x = if_not_exists(x, :one), y = if_not_exists(n, :one)', { x: { N: '1' }, y: { N: '10' } }],
    ['REMOVE parts[0], absent ADD n :nine', { parts: { L: [{ N: '2' }] }, n: { N: '19' } }],
    ['ADD tags :set DELETE absent :set', { tags: { SS: ['red', 'blue', 'green'] } }],
    ['DELETE tags :set', { tags: { SS: ['red'] } }],
  ])('%s', (text, changes) => {
    expect(resultOf(text)).toEqual({ ...item, ...changes });
  });

  it.each([
    [
      'SET id = id + :one',
      'Invalid UpdateExpression: Incorrect operand type for operator or function; operator or function: +, operand type: S',
    ],
    ['SET a.b = :one', 'The document path provided in the update expression is invalid for update'],
    [
      'ADD id :red',
      'Invalid UpdateExpression: Incorrect operand type for operator or function; operator or function: ADD, operand type: S',
    ],
    [
      'SET a = :one SET c = :one',
      'Invalid UpdateExpression: The "SET" section can only be used once in an update expression;',
    ],
    [
      'SET deep.x = :one, deep = :one',
      'Invalid UpdateExpression: Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [deep, x], path two: [deep]',
    ],
  ])('refuses %s', (text, message) => {
    expect(resultOf(text)).toBe(message);
  });
});
