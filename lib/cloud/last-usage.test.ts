import { expect, it } from 'vitest';
import { Cloud, HOME_ACCESS_KEY } from './cloud';

const REGION = 'eu-west-1';

/** A lab that answers requests of the administrator. */
function lab() {
  const cloud = new Cloud({ seed: 'last-usage', startMs: Date.UTC(2026, 0, 5) });
  return (service: string, operation: string, input: Record<string, unknown>) => {
    const reply = cloud.send({ service, operation, region: REGION, credentials: HOME_ACCESS_KEY, input });
    if (!reply.ok) throw new Error(`${operation}: ${reply.refusal.name} ${reply.refusal.message}`);
    return reply.output as Record<string, unknown>;
  };
}

interface Usage {
  readonly Operation: string;
  readonly CloudTrailEventId: string;
  readonly KmsRequestId: string;
}

it('GetKeyLastUsage names the event by which CloudTrail keeps the request, a service’s too (fact: kms-engine 1.6)', () => {
  const ask = lab();
  const { KeyMetadata } = ask('kms', 'CreateKey', {}) as { KeyMetadata: { Arn: string } };
  const lastEvent = () => {
    const { KeyLastUsage } = ask('kms', 'GetKeyLastUsage', { KeyId: KeyMetadata.Arn });
    const { Operation, CloudTrailEventId, KmsRequestId } = KeyLastUsage as Usage;
    const LookupAttributes = [{ AttributeKey: 'EventId', AttributeValue: CloudTrailEventId }];
    const { Events } = ask('cloudtrail', 'LookupEvents', { LookupAttributes }) as {
      Events: { CloudTrailEvent: string }[];
    };
    const record: Record<string, unknown> = JSON.parse(Events[0]?.CloudTrailEvent ?? '{}');
    expect([record.eventName, record.requestID, Events.length]).toEqual([Operation, KmsRequestId, 1]);
    return Operation;
  };
  ask('kms', 'Encrypt', { KeyId: KeyMetadata.Arn, Plaintext: new Uint8Array(1) });
  expect(lastEvent()).toBe('Encrypt');
  ask('s3', 'CreateBucket', { Bucket: 'cards', CreateBucketConfiguration: { LocationConstraint: REGION } });
  const encryption = { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: KeyMetadata.Arn };
  ask('s3', 'PutObject', { Bucket: 'cards', Key: 'a', Body: new Uint8Array(1), ...encryption });
  expect(lastEvent()).toBe('GenerateDataKey');
});
