import { grants, keys, ownerOf } from '../kms';
import type { AnalyzedResource, AnalyzerFacts } from '../services/accessanalyzer';
import { conditionKeysFor, KMS_ACTIONS, keyPolicyRules, NARROWING_KEYS } from './policy-facts';

const KEY_TYPE = 'AWS::KMS::Key';

/** Access Analyzer asks KMS of its keys, without knowing it. assumed: it watches KMS keys, and no other resources */
export const analyzerFacts: AnalyzerFacts = {
  actions: KMS_ACTIONS,
  keysFor: conditionKeysFor,
  narrowingKeys: NARROWING_KEYS,
  rulesFor: (type, account) =>
    type === undefined || type === KEY_TYPE
      ? keyPolicyRules({ account, actions: KMS_ACTIONS, tenantNames: [] })
      : [],
  resources: (world, account, region) =>
    world
      .table(keys)
      .by('customerOwner', ownerOf(account, region))
      .map(
        (key): AnalyzedResource => ({
          arn: key.arn,
          type: KEY_TYPE,
          account: key.account,
          region: key.region,
          policy: key.policy,
          createdAtMs: key.createdAtMs,
          otherwise: world
            .table(grants)
            .by('key', key.arn)
            .flatMap(({ granteePrincipal, operations }) =>
              granteePrincipal === undefined
                ? []
                : [{ principal: granteePrincipal, actions: operations.map((name) => `kms:${name}`) }],
            ),
        }),
      ),
};
