import { describe, expect, it } from 'vitest';
import { callers, deny, layers, OTHER, otherAllow, policy, request } from '../policy.testkit';
import { decide } from './decide';
import { denialOf, layerLabels } from './denial';
import type { LayerName } from './request';

const ACTION = 'vault:Open';

describe('denialOf', () => {
  const user = request(callers.user());

  it.each([
    ['an allow is lacking', decide(user, layers()), 'implicit', 'resource'],
    [
      'a policy denies',
      decide(user, layers({ identity: [policy('identity', deny())] })),
      'explicit',
      'identity',
    ],
    [
      "the owner's side lacks an allow",
      decide(request(callers.user(OTHER)), layers()),
      'implicit',
      'resource',
    ],
  ])('says which kind of policy refused where %s', (_, decision, kind, layer) => {
    expect(denialOf(decision, ACTION)).toEqual({ kind, layer, clause: expect.any(String) });
  });

  it('is none where the request was allowed or may be', () => {
    const allowed = decide(user, layers({ otherAllows: [otherAllow()] }));
    const open = decide(user, layers({ otherAllows: [otherAllow({ matched: 'depends' })] }));
    expect([allowed, open].map((decision) => denialOf(decision, ACTION))).toEqual([undefined, undefined]);
  });
});

describe('the end of the message (fact: authorization 11)', () => {
  const decision = { isCrossAccount: false, depends: [] };
  const words: Readonly<Record<LayerName, readonly [implicit: string, explicit: string]>> = {
    identity: ['identity-based policy', 'an identity-based policy'],
    resource: ['resource-based policy', 'a resource-based policy'],
    boundary: ['permissions boundary', 'a permissions boundary'],
    session: ['session policy', 'a session policy'],
    scp: ['service control policy', 'a service control policy'],
    rcp: ['resource control policy', 'a resource control policy'],
    endpoint: ['VPC endpoint policy', 'a VPC endpoint policy'],
  };
  const cases = Object.entries(words) as [LayerName, readonly [string, string]][];

  it.each(cases)('%s', (layer, [implicit, explicit]) => {
    expect(denialOf({ ...decision, verdict: 'implicitDeny', reason: layer }, ACTION)).toEqual({
      kind: 'implicit',
      layer,
      clause: `because no ${implicit} allows the vault:Open action`,
    });
    expect(denialOf({ ...decision, verdict: 'explicitDeny', reason: `explicit:${layer}` }, ACTION)).toEqual({
      kind: 'explicit',
      layer,
      clause: `with an explicit deny in ${explicit}`,
    });
  });

  it('has a label for every layer', () => {
    expect(Object.keys(layerLabels).toSorted()).toEqual(Object.keys(words).toSorted());
  });
});
