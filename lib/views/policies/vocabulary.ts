import { actionsOfOperation, type Cloud, CONDITION_KEYS } from '../../cloud';
import { keys } from '../../kms';
import { conditionOperators } from '../../policy';
import { keyLabelOf } from '../key-label';
import type { PolicyVocabularyView } from '../model';
import { everyone } from './principals';

export function vocabularyView(cloud: Cloud): PolicyVocabularyView {
  const { world } = cloud;
  const named = Object.values(cloud.operations('kms') ?? {}).flatMap(({ name, about }) =>
    actionsOfOperation(name).map((action) => ({ name: action, about })),
  );
  return {
    actions: named.sort((a, b) => (a.name < b.name ? -1 : 1)),
    conditionKeys: CONDITION_KEYS.map(({ name, type, isMultivalued }) => ({
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
