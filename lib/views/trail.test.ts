import { expect, it } from 'vitest';
import { Story } from './story.testkit';

it('the trail shows what KMS did by itself on the clock', () => {
  const story = new Story();
  const { KeyMetadata } = story.send('kms', 'CreateKey', {});
  const { KeyId } = KeyMetadata as { KeyId: string };
  story.send('kms', 'ScheduleKeyDeletion', { KeyId, PendingWindowInDays: 7 });
  story.session.begin('lab advance 8d', 'typed');
  story.session.advance(8 * 86_400_000);
  story.session.end({ statements: [], exitCode: 0, stopped: false });
  const { records } = story.screen().trail;
  expect(records.map(({ eventName, user }) => [eventName, user])).toEqual([
    ['DeleteKey', 'AWS Internal'],
    ['ScheduleKeyDeletion', 'user/student'],
    ['CreateKey', 'user/student'],
  ]);
});
