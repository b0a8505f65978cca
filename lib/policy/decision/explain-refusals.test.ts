import { describe, expect, it } from 'vitest';
import { allow, arns, callers, deny, layers, OTHER, otherAllow, policy, request } from '../policy.testkit';
import { explain } from './explain';
import type { Layers } from './request';

const user = request(callers.user());
const halfOpen = [[policy('scp', allow())], [policy('scp', allow({ Action: 'vault:Close' }))]];

const deciding = (those: Layers) =>
  explain(user, those).layers.flatMap(({ layer, statements }) =>
    statements.filter((one) => one.deciding).map(({ index, level }) => `${layer} ${level ?? '-'} ${index}`),
  );

describe('what a refusal hangs on', () => {
  it('is no Allow of another level of the guardrail that refuses', () => {
    expect(deciding(layers({ scp: halfOpen }))).toEqual([]);
  });

  it('is the Deny alone, also where an Allow is missing besides', () => {
    const identity = [policy('identity', allow(), deny())];
    expect(deciding(layers({ scp: halfOpen, identity }))).toEqual(['identity - 1']);
  });
});

describe('what an explanation lists', () => {
  it('names a want once, however many ways lack it', () => {
    const those = layers({
      resourcePolicy: policy('resource', allow({ Principal: { AWS: arns.role() } })),
      boundary: policy('boundary', allow({ Action: 'vault:Close' })),
      otherAllows: [otherAllow({ isCapped: true })],
    });
    expect(explain(request(callers.session()), those).wants).toEqual([
      { name: 'direct', layer: 'resource', isDeny: false },
      { name: 'boundary', layer: 'boundary', isDeny: false },
      { name: 'delegated', layer: 'resource', isDeny: false },
      { name: 'otherOwner', layer: 'resource', isDeny: false },
    ]);
  });

  it('has the way that needs no statement, unless the request is refused', () => {
    const paths = (those: Partial<Layers>) =>
      explain(request(callers.root()), layers({ accountDelegation: 'implied', ...those })).paths;
    expect([paths({}), paths({ scp: halfOpen })]).toEqual([['root'], []]);
  });

  it("wants an identity policy or another allow on the caller's side of two accounts", () => {
    const resourcePolicy = policy('resource', allow({ Principal: { AWS: OTHER } }));
    expect(explain(request(callers.user(OTHER)), layers({ resourcePolicy })).wants).toEqual([
      { name: 'identity', layer: 'identity', isDeny: false },
      { name: 'otherBoth', layer: 'identity', isDeny: false },
      { name: 'otherBothCapped', layer: 'identity', isDeny: false },
    ]);
  });

  it('has a guardrail without policies, for who has no identity policies too', () => {
    const { reason, layers: all } = explain(request(callers.service()), layers({ scp: [[]] }));
    expect(reason).toBe('scp');
    expect(all.map(({ layer, verdict }) => `${layer} ${verdict}`)).toEqual([
      'rcp absent',
      'scp implicitDeny',
      'endpoint absent',
      'resource absent',
      'other absent',
      'identity absent',
      'boundary absent',
      'session absent',
    ]);
  });

  it('asks for no keys of another allow that is settled', () => {
    const otherAllows = [otherAllow({ depends: ['x:y'] })];
    expect(explain(user, layers({ otherAllows }))).toMatchObject({ verdict: 'allow', depends: [] });
  });
});
