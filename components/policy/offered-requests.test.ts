import { describe, expect, it } from 'vitest';
import type { TriableRequestView } from '../../lib/views';
import { offeredRequests } from './offered-requests';

const made = (requestId: string, label: string, verdict: TriableRequestView['verdict']) =>
  ({ requestId, service: label.startsWith('IAM') ? 'iam' : 'kms', label, verdict }) as const;

describe('the requests a draft is tried on before anybody has chosen', () => {
  it('are the newest of each kind on a key, refused ones first', () => {
    const requests = [
      made('9', 'Encrypt by user/student', 'allowed'),
      made('8', 'Decrypt by role/app', 'refused'),
      made('7', 'Decrypt by role/app', 'refused'),
      made('6', 'IAM CreateRole by user/student', 'allowed'),
      made('5', 'CreateKey by user/student', 'allowed'),
    ];
    expect(offeredRequests(requests)).toEqual([{ requestId: '8' }, { requestId: '9' }]);
  });
});
