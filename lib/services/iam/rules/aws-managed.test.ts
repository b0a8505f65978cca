import { describe, expect, it } from 'vitest';
import { compilePolicyText } from '../../../policy';
import { awsManagedPolicies } from './aws-managed';
import { LINKED_SERVICES, linkedTrustPolicy } from './service-linked';

describe('AWS managed policies', () => {
  it('are documents that IAM would take', () => {
    const faults = [...awsManagedPolicies.values()].filter(
      ({ versions }) => !compilePolicyText(versions[0]?.document ?? '', 'identity').ok,
    );
    expect(faults.map(({ arn }) => arn)).toEqual([]);
  });

  it('have an id each', () => {
    const ids = new Set([...awsManagedPolicies.values()].map(({ policyId }) => policyId));
    expect(ids.size).toBe(awsManagedPolicies.size);
  });

  it('include that of every service-linked role', () => {
    for (const [service, { policy }] of Object.entries(LINKED_SERVICES)) {
      expect(awsManagedPolicies.has(`arn:aws:iam::aws:policy/aws-service-role/${policy}`)).toBe(true);
      expect(compilePolicyText(linkedTrustPolicy(service), 'trust').ok).toBe(true);
    }
  });
});
