import { keys } from '../../kms';
import type { Matcher, RequestMatch } from '../schema';
import { type AwsCommit, type Evidence, learnersCommits } from './evidence';
import { fits } from './fits';
import { keyFacts } from './keys';

/** The learner's requests that are like this, oldest first. */
export function requestsLike(wanted: RequestMatch, evidence: Evidence): readonly AwsCommit[] {
  const { world } = evidence.cloud;
  let from = evidence.setupSeq;
  if (wanted.after) {
    const last = requestsLike(wanted.after, evidence).at(-1);
    if (!last) return [];
    from = last.seq;
  }
  return learnersCommits(world, from).filter((commit) => isLike(wanted, commit, evidence));
}

export function happened(wanted: RequestMatch, evidence: Evidence): boolean {
  return requestsLike(wanted, evidence).length >= (wanted.times ?? 1);
}

function isLike(wanted: RequestMatch, commit: AwsCommit, evidence: Evidence): boolean {
  const { request, outcome } = commit;
  const caller = outcome.audit.principal;
  return (
    (wanted.service === undefined || wanted.service === request.service) &&
    (wanted.operation === undefined || [wanted.operation].flat().includes(request.operation)) &&
    (wanted.region === undefined || wanted.region === request.region) &&
    (wanted.caller === undefined ||
      [caller?.arn, caller?.roleArn].some((arn) => arn?.includes(wanted.caller ?? ''))) &&
    (wanted.outcome === undefined || endedAs(wanted.outcome, outcome.refusal?.name)) &&
    (wanted.message === undefined || fits(wanted.message, outcome.refusal?.message)) &&
    (wanted.input === undefined || fits(wanted.input, request.input)) &&
    (wanted.answer === undefined || fits(wanted.answer, outcome.audit.responseElements)) &&
    (wanted.onKey === undefined || workedOn(wanted.onKey, commit, evidence))
  );
}

/** `ok`, `refused`, or an exception's name, against the name of the refusal that came. */
export function endedAs(wanted: string | readonly string[], refusal: string | undefined): boolean {
  return [wanted].flat().some((one) => {
    if (one === 'ok') return refusal === undefined;
    return one === 'refused' ? refusal !== undefined : one === refusal;
  });
}

function workedOn(
  wanted: Readonly<Record<string, Matcher>>,
  commit: AwsCommit,
  { cloud }: Evidence,
): boolean {
  return commit.outcome.audit.resources.some((arn) => {
    const key = cloud.world.table(keys).get(arn);
    return key !== undefined && fits(wanted, keyFacts(cloud.world, key));
  });
}
