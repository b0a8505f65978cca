import type { Cloud } from '../../cloud';
import { keys } from '../../kms';
import { type ConditionKeyInfo, conditionOperators } from '../../policy';
import { keyLabelOf } from '../key-label';
import type { PolicyVocabularyView } from '../model';
import {
  actionsOfOperation,
  type ConditionKeyFact,
  GLOBAL_CONDITION_KEYS,
  KMS_CONDITION_KEYS,
} from './condition-key-data';
import { everyone } from './principals';

type Operations = Pick<Cloud, 'operations'>;

/** All actions of KMS, in the order of the alphabet. */
export function kmsActions(cloud: Operations): readonly string[] {
  return Object.keys(cloud.operations('kms') ?? {})
    .flatMap(actionsOfOperation)
    .sort();
}

/** Every condition key that a request to KMS can carry, as the linter takes it. */
export const conditionKeyInfos: readonly ConditionKeyInfo[] = [
  ...KMS_CONDITION_KEYS,
  ...GLOBAL_CONDITION_KEYS,
].map(({ operations, ...info }: ConditionKeyFact) => ({
  ...info,
  actions: operations?.flatMap(actionsOfOperation),
}));

export function vocabularyView(cloud: Cloud): PolicyVocabularyView {
  const { world } = cloud;
  const named = Object.values(cloud.operations('kms') ?? {}).flatMap(({ name, about }) =>
    actionsOfOperation(name).map((action) => ({ name: action, about })),
  );
  return {
    actions: named.sort((a, b) => (a.name < b.name ? -1 : 1)),
    conditionKeys: conditionKeyInfos.map(({ name, type, isMultivalued }) => ({
      name: name.replace(/\*$/, ''),
      type,
      isMultivalued,
    })),
    operators: Object.keys(conditionOperators),
    principals: everyone(world).map(({ id, label, account }) => ({
      arn: id,
      label: account === '' ? label : `${label} in ${account}`,
    })),
    resources: world
      .table(keys)
      .all()
      .map((key) => ({ arn: key.arn, label: keyLabelOf(world, key) })),
  };
}
