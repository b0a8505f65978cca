export { actionsOfOperation, NARROWING_KEYS } from './condition-key-data';
export { CONDITION_KEYS, conditionKeysFor, KMS_ACTIONS } from './facts';
export { keyPolicyRules } from './key-policy-rules';
