import { describe, expect, it } from 'vitest';
import type { TrailRecordView } from '../../lib/views';
import { chosenRecords } from './trail-filter';

const record = (eventId: string, more: Partial<TrailRecordView>): TrailRecordView => ({
  eventId,
  at: '10:00:00',
  eventName: 'Decrypt',
  eventSource: 'kms.amazonaws.com',
  region: 'eu-west-1',
  user: 'role/payments-app',
  ...more,
});

const records = [
  record('1', { errorCode: 'AccessDenied', region: 'eu-central-1' }),
  record('2', { eventName: 'GenerateDataKey' }),
  record('3', { user: 'user/student' }),
];
const ids = (query: string, errorsOnly = false) =>
  chosenRecords(records, query, errorsOnly).map((found) => found.eventId);

describe('the filter of CloudTrail', () => {
  it('looks in name, source, Region, user and error, whatever the case', () => {
    expect(
      ['decrypt', 'EU-CENTRAL', 'student', 'denied', 'kms.', ' ', 'nothing'].map((word) => ids(word)),
    ).toEqual([['1', '3'], ['1'], ['3'], ['1'], ['1', '2', '3'], ['1', '2', '3'], []]);
  });

  it('can keep errors only', () => {
    expect(ids('', true)).toEqual(['1']);
  });
});
