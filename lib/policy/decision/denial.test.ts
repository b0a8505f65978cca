import { describe, expect, it } from 'vitest';
import { allow, callers, deny, layers, OTHER, OWNER, otherAllow, policy, request } from '../policy.testkit';
import { decide } from './decide';
import { denialClause, denialOf, denyingPolicyArn, layerLabels } from './denial';
import { explain } from './explain';
import type { LayerName } from './request';

describe('denialOf', () => {
  it('says which kind of policy refused', () => {
    const user = request(callers.user());
    expect(denialOf(decide(user, layers()))).toEqual({
      kind: 'implicit',
      layer: 'resource',
      side: undefined,
    });
    expect(denialOf(decide(user, layers({ identity: [policy('identity', deny())] })))).toEqual({
      kind: 'explicit',
      layer: 'identity',
      side: undefined,
    });
    expect(denialOf(decide(request(callers.user(OTHER)), layers()))).toEqual({
      kind: 'implicit',
      layer: 'resource',
      side: 'owner',
    });
    expect(denialOf(decide(user, layers({ otherAllows: [otherAllow()] })))).toBe(undefined);
    expect(denialOf(decide(user, layers({ otherAllows: [otherAllow({ matched: 'depends' })] })))).toBe(
      undefined,
    );
  });
});

describe('denialClause (fact: authorization 11)', () => {
  it.each<[LayerName, string, string]>([
    [
      'identity',
      'because no identity-based policy allows the vault:Open action',
      'with an explicit deny in an identity-based policy',
    ],
    [
      'resource',
      'because no resource-based policy allows the vault:Open action',
      'with an explicit deny in a resource-based policy',
    ],
    [
      'boundary',
      'because no permissions boundary allows the vault:Open action',
      'with an explicit deny in a permissions boundary',
    ],
    [
      'session',
      'because no session policy allows the vault:Open action',
      'with an explicit deny in a session policy',
    ],
    [
      'scp',
      'because no service control policy allows the vault:Open action',
      'with an explicit deny in a service control policy',
    ],
    [
      'rcp',
      'because no resource control policy allows the vault:Open action',
      'with an explicit deny in a resource control policy',
    ],
    [
      'endpoint',
      'because no VPC endpoint policy allows the vault:Open action',
      'with an explicit deny in a VPC endpoint policy',
    ],
  ])('%s', (layer, implicit, explicit) => {
    expect(denialClause({ kind: 'implicit', layer }, 'vault:Open', 'arn:x')).toBe(implicit);
    expect(denialClause({ kind: 'explicit', layer }, 'vault:Open')).toBe(explicit);
    expect(denialClause({ kind: 'explicit', layer }, 'vault:Open', 'arn:x')).toBe(`${explicit}: arn:x`);
  });

  it('has a label for every layer', () => {
    expect(Object.keys(layerLabels).toSorted()).toEqual([
      'boundary',
      'endpoint',
      'identity',
      'rcp',
      'resource',
      'scp',
      'session',
    ]);
  });
});

describe('denyingPolicyArn', () => {
  it('is that of the first policy with a deciding Deny in the named layer', () => {
    const scp = [[policy('scp', allow()), { ...policy('scp', deny()), arn: 'arn:second' }]];
    const those = layers({ scp, identity: [policy('identity', deny())] });
    expect(denyingPolicyArn(explain(request(callers.user()), those))).toBe('arn:second');
  });

  it('is none for an implicit deny or an allow', () => {
    expect(denyingPolicyArn(explain(request(callers.user()), layers()))).toBe(undefined);
    const resourcePolicy = policy('resource', allow({ Principal: { AWS: OWNER } }));
    expect(denyingPolicyArn(explain(request(callers.root()), layers({ resourcePolicy })))).toBe(undefined);
  });
});
