import { operations } from '../../kms';
import type { ConditionKeyInfo } from '../../policy';
import {
  actionsOfOperation,
  type ConditionKeyFact,
  GLOBAL_CONDITION_KEYS,
  KMS_CONDITION_KEYS,
} from './condition-key-data';

/** All actions of KMS, in the order of the alphabet. */
export const KMS_ACTIONS: readonly string[] = Object.keys(operations).flatMap(actionsOfOperation).sort();

/** Every condition key that a request to KMS can carry, as the linter takes it. */
export const CONDITION_KEYS: readonly ConditionKeyInfo[] = [
  ...KMS_CONDITION_KEYS,
  ...GLOBAL_CONDITION_KEYS,
].map(({ operations: of, ...info }: ConditionKeyFact) => ({
  ...info,
  actions: of?.flatMap(actionsOfOperation),
}));

/**
 * The keys to hold a text to. Those of other services are not known here: a text that speaks of them is not accused
 * of inventing keys.
 */
export function conditionKeysFor(text: string): readonly ConditionKeyInfo[] {
  const others = [...text.matchAll(/"([a-z0-9-]+):[^"]*"\s*:/gi)]
    .map(([, service = '']) => service.toLowerCase())
    .filter((service) => service !== 'kms' && service !== 'aws');
  const strangers = [...new Set(others)].map(
    (service) => ({ name: `${service}:*`, type: 'String', isMultivalued: false }) as const,
  );
  return [...CONDITION_KEYS, ...strangers];
}
