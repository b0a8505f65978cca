import type { Refusal } from '../../../aws';
import { invalidParameter } from './errors';

const KNOWN = ['DisplayName', 'KmsMasterKeyId', 'Policy'];

export function refuseAttribute(name: string): Refusal | undefined {
  return KNOWN.includes(name) ? undefined : invalidParameter(`AttributeName: ${name}`);
}

/** Without those that are empty. */
export function given(attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== ''));
}
