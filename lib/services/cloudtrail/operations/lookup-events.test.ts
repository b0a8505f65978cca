import { describe, expect, it } from 'vitest';
import { START_MS, user } from '../../dynamodb/fake-cloud.testkit';
import { KEY, session, trail } from '../trail.testkit';

const OTHER = KEY.replace('k-1', 'k-2');
const by = (AttributeKey: string, AttributeValue: string) => ({
  LookupAttributes: [{ AttributeKey, AttributeValue }],
});

/** Requests a minute apart: two by the student, one by a role's session, one item, one elsewhere. */
function busy() {
  const lab = trail({ principals: [session, user('eve', '444455556666')] });
  const then = (service: string, name: string, input: Record<string, unknown>, where = {}) => {
    lab.ask(service, name, input, where);
    lab.world.setClock(lab.world.nowMs + 60_000);
  };
  then('kms', 'Encrypt', { KeyId: KEY });
  then('kms', 'ScheduleKeyDeletion', { KeyId: OTHER });
  then('kms', 'Encrypt', { KeyId: OTHER }, { as: 'payments' });
  then('dynamodb', 'GetItem', { TableName: 'orders', Key: {} });
  then('kms', 'Encrypt', { KeyId: KEY.replace('eu-west-1', 'us-east-1') }, { region: 'us-east-1' });
  return lab;
}

describe('LookupEvents', () => {
  it('answers management events of this Region, newest first, with the record as text', () => {
    const { lookup } = busy();
    const { Events } = lookup();
    expect(Events.map(({ EventName, Username }) => [EventName, Username])).toEqual([
      ['Encrypt', 'pod-1'],
      ['ScheduleKeyDeletion', 'student'],
      ['Encrypt', 'student'],
    ]);
    const oldest = Events[2];
    const record = JSON.parse(oldest?.CloudTrailEvent ?? '{}') as Record<string, unknown>;
    expect(record).toMatchObject({ eventName: 'Encrypt', eventID: oldest?.EventId });
    expect({ ...oldest, CloudTrailEvent: undefined }).toEqual({
      EventId: record.eventID,
      EventName: 'Encrypt',
      ReadOnly: 'true',
      AccessKeyId: 'student',
      EventTime: START_MS,
      EventSource: 'kms.amazonaws.com',
      Username: 'student',
      Resources: [{ ResourceType: 'AWS::KMS::Key', ResourceName: KEY }],
    });
  });

  it.each([
    [by('EventName', 'ScheduleKeyDeletion'), 1],
    [by('EventSource', 'kms.amazonaws.com'), 3],
    [by('EventSource', 'dynamodb.amazonaws.com'), 0],
    [by('Username', 'pod-1'), 1],
    [by('AccessKeyId', 'student'), 2],
    [by('ReadOnly', 'false'), 1],
    [by('ResourceName', OTHER), 2],
    [by('ResourceType', 'AWS::KMS::Key'), 3],
    [{ StartTime: START_MS + 60_000 }, 2],
    [{ EndTime: START_MS + 60_000 }, 2],
  ])('finds by %j', (request, count) => {
    expect(busy().lookup(request).Events).toHaveLength(count);
  });

  it('finds one record by its id', () => {
    const { lookup } = busy();
    const [newest] = lookup().Events;
    expect(lookup(by('EventId', String(newest?.EventId))).Events).toEqual([newest]);
  });

  it('goes on after a page where it ended, itself among the newer events', () => {
    const { lookup } = busy();
    const first = lookup({ MaxResults: 2 });
    expect(first.Events.map(({ EventName }) => EventName)).toEqual(['Encrypt', 'ScheduleKeyDeletion']);
    const second = lookup({ MaxResults: 2, NextToken: first.NextToken });
    expect(second.Events.map(({ EventName }) => EventName)).toEqual(['Encrypt']);
    expect(second.NextToken).toBeUndefined();
    expect(lookup({ MaxResults: 1 }).Events[0]?.EventName).toBe('LookupEvents');
  });

  it('shows an account only its own', () => {
    const { lookup, ask } = busy();
    ask('kms', 'Encrypt', { KeyId: KEY }, { as: 'eve' });
    expect(lookup({}, { as: 'eve' }).Events.map(({ Username }) => Username)).toEqual(['eve']);
    expect(lookup(by('Username', 'eve')).Events).toHaveLength(1);
  });

  it('forgets after 90 days', () => {
    const { lookup, world } = busy();
    world.setClock(START_MS + 90 * 86_400_000 + 60_000);
    expect(lookup(by('EventSource', 'kms.amazonaws.com')).Events).toHaveLength(2);
  });

  it.each([
    [{ StartTime: 2, EndTime: 1 }, 'InvalidTimeRangeException'],
    [{ NextToken: 'nonsense' }, 'InvalidNextTokenException'],
    [{ MaxResults: 51 }, 'ValidationException'],
  ])('refuses %j', (request, name) => {
    expect(busy().lookup(request)).toMatch(new RegExp(`^${name}: `));
  });
});
