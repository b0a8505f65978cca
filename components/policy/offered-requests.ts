import type { AskedRequest, TriableRequestView } from '../../lib/views';

const MOST_OFFERED = 5;
/** Requests that make a thing ask nothing of a policy that is there already. */
const MAKES = /^(?:Create|List)/;

/** The requests to try a draft on where nobody has chosen: the newest of each kind, refused ones first. */
export function offeredRequests(requests: readonly TriableRequestView[]): readonly AskedRequest[] {
  const ofKeys = distinct(requests).filter(({ service, label }) => service === 'kms' && !MAKES.test(label));
  const refused = ofKeys.filter(({ verdict }) => verdict === 'refused');
  const allowed = ofKeys.filter(({ verdict }) => verdict === 'allowed');
  return [...refused, ...allowed].slice(0, MOST_OFFERED).map(({ requestId }) => ({ requestId }));
}

/** The newest of those that read the same. */
export function distinct(requests: readonly TriableRequestView[]): readonly TriableRequestView[] {
  const seen = new Set<string>();
  return requests.filter(({ label, verdict }) => {
    const word = `${verdict} ${label}`;
    if (seen.has(word)) return false;
    seen.add(word);
    return true;
  });
}
