import type { AnyOperation } from '../aws';
import { operations as kms, dueHandlers as kmsDue } from '../kms';
import { operations as iam } from '../services/iam';
import type { DueHandler } from './clock';

/** Every operation of every service. */
export const OPERATIONS: Readonly<Record<string, Readonly<Record<string, AnyOperation>>>> = { iam, kms };

/** What happens by itself, by the table of the record it happens to. */
export const DUE_HANDLERS: Readonly<Record<string, DueHandler>> = { ...kmsDue };
