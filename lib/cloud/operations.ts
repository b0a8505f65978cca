import type { AnyOperation } from '../aws';
import { operations as kms, dueHandlers as kmsDue } from '../kms';
import { operations as dynamodb, dueHandlers as dynamodbDue } from '../services/dynamodb';
import { operations as iam } from '../services/iam';
import { createStsOperations } from '../services/sts';
import type { DueHandler } from './clock';
import { roleDirectory } from './directories';
import { operations as lab } from './lab';

/** Every operation of every service. */
export const OPERATIONS: Readonly<Record<string, Readonly<Record<string, AnyOperation>>>> = {
  dynamodb,
  iam,
  kms,
  lab,
  sts: createStsOperations(roleDirectory),
};

/** What happens by itself, by the table of the record it happens to. */
export const DUE_HANDLERS: Readonly<Record<string, DueHandler>> = { ...dynamodbDue, ...kmsDue };
