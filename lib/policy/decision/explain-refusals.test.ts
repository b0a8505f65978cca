import { describe, expect, it } from 'vitest';
import { allow, arns, callers, deny, layers, otherAllow, policy, request } from '../policy.testkit';
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

  it('has the way that needs no statement', () => {
    const { paths } = explain(request(callers.root()), layers({ accountDelegation: 'implied' }));
    expect(paths).toEqual(['root']);
  });

  it('asks for no keys of another allow that is settled', () => {
    const otherAllows = [otherAllow({ depends: ['x:y'] })];
    expect(explain(user, layers({ otherAllows }))).toMatchObject({ verdict: 'allow', depends: [] });
  });
});
