import { type AnyOperation, type AwsWorld, type Principal, parseArn } from '../../aws';
import { eventIdOf, idOf, purposeOfCommit, requestIdOf } from '../../pipeline';
import type { AwsCommit, ServiceEvent, TrailFacts } from './facts';
import type { CloudTrailRecord, TrailResource } from './record';
import { isDataEvent } from './rules/data-events';
import { foreignIdentityOf, userIdentityOf } from './rules/identity';
import { requestParametersOf, responseElementsOf } from './rules/parameters';
import {
  AWS_INTERNAL,
  addressOf,
  agentOf,
  carrierOf,
  errorCodeOf,
  eventSourceOf,
  eventTimeOf,
  isDenial,
  recordedRegion,
  resourceOf,
  tlsOf,
} from './rules/words';

const EVENT_VERSION = '1.11';

/**
 * The CloudTrail records of one commit, one for each account that gets one: none for data events and for the lab's
 * own doings, two where a caller used another account's resource. The same commit always gives the same records.
 * fact: services 9
 */
export function trailRecords(
  commit: AwsCommit,
  world: AwsWorld,
  facts: TrailFacts,
): readonly CloudTrailRecord[] {
  const { seed } = world;
  const events = facts.serviceEvents?.(commit) ?? [];
  if (events.length > 0) return events.map((event, i) => serviceRecord(commit, seed, event, i));
  const operation = managementOperation(commit, facts);
  const { principal } = commit.outcome.audit;
  if (!operation || !principal) return [];
  const recipients = recipientsOf(commit, principal);
  const recording = { operation, principal, recipients, endpoint: endpointOf(commit, world, facts) };
  return recipients.map((recipient) => record(commit, seed, { ...recording, recipient }));
}

/** The declaration of what a commit did, where CloudTrail keeps it in the event history. */
export function managementOperation({ request }: AwsCommit, facts: TrailFacts): AnyOperation | undefined {
  const { service, operation } = request;
  if (service === LAB || isDataEvent(service, operation)) return undefined;
  return facts.operation(service, operation);
}

/** The lab's own requests: no service of AWS. */
const LAB = 'lab';

/** The caller's account, and the owners of what was used; a denied caller's failure stays at home. */
function recipientsOf({ outcome }: AwsCommit, principal: Principal): readonly string[] {
  const { audit, refusal } = outcome;
  const caller = principal.type === 'service' ? [] : [principal.account];
  if (refusal && isDenial(refusal.name)) return caller;
  const owners = audit.resources
    .map((arn) => parseArn(arn)?.account ?? '')
    .filter((account) => account !== '');
  return [...new Set([...caller, ...owners])];
}

interface Recording {
  readonly operation: AnyOperation;
  readonly principal: Principal;
  readonly recipients: readonly string[];
  readonly recipient: string;
  readonly endpoint: Pick<CloudTrailRecord, 'vpcEndpointId' | 'vpcEndpointAccountId'>;
}

/** The endpoint through which the caller came; what a service does for the caller comes through none. */
function endpointOf({ request }: AwsCommit, world: AwsWorld, facts: TrailFacts): Recording['endpoint'] {
  const { vpcEndpoint } = request.source ?? {};
  if (vpcEndpoint === undefined || carrierOf(request)) return {};
  return { vpcEndpointId: vpcEndpoint, vpcEndpointAccountId: facts.endpointOwner?.(world, vpcEndpoint) };
}

function record(
  commit: AwsCommit,
  seed: string,
  { operation, principal, recipients, recipient, endpoint }: Recording,
): CloudTrailRecord {
  const { request, outcome } = commit;
  const { audit, refusal } = outcome;
  const carrier = carrierOf(request);
  const atHome = principal.type === 'service' || recipient === principal.account;
  const identity = atHome ? userIdentityOf(principal, carrier) : foreignIdentityOf(principal, carrier);
  const shared = recipients.length > 1 || principal.type === 'service';
  const purpose = purposeOfCommit(commit);
  return {
    eventVersion: EVENT_VERSION,
    userIdentity: identity,
    eventTime: eventTimeOf(commit.atMs),
    eventSource: eventSourceOf(request.service),
    eventName: request.operation,
    awsRegion: recordedRegion(request.service, request.region),
    sourceIPAddress: addressOf(request, principal),
    userAgent: agentOf(request, principal),
    errorCode: refusal && errorCodeOf(refusal),
    errorMessage: refusal?.message,
    requestParameters: requestParametersOf(request, operation),
    responseElements: refusal ? null : responseElementsOf(audit.responseElements, operation),
    additionalEventData: audit.additionalEventData,
    requestID: requestIdOf(seed, purpose),
    eventID: eventIdOf(commit, seed, recipient),
    readOnly: operation.readOnly,
    resources: resourcesOf(audit.resources, principal.account),
    eventType: 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: recipient,
    sharedEventID: shared ? idOf(seed, 'shared-event-id', purpose) : undefined,
    ...endpoint,
    eventCategory: 'Management',
    tlsDetails: tlsOf(request, principal),
  };
}

function serviceRecord(
  commit: AwsCommit,
  seed: string,
  event: ServiceEvent,
  index: number,
): CloudTrailRecord {
  return {
    eventVersion: EVENT_VERSION,
    userIdentity: { accountId: event.account, invokedBy: AWS_INTERNAL },
    eventTime: eventTimeOf(commit.atMs),
    eventSource: eventSourceOf(event.service),
    eventName: event.eventName,
    awsRegion: event.region,
    sourceIPAddress: AWS_INTERNAL,
    userAgent: AWS_INTERNAL,
    requestParameters: null,
    responseElements: event.responseElements ?? null,
    eventID: idOf(seed, 'event-id', `${purposeOfCommit(commit)}.${index}`, event.account),
    readOnly: false,
    resources: resourcesOf(event.resources, event.account),
    eventType: 'AwsServiceEvent',
    managementEvent: true,
    recipientAccountId: event.account,
    serviceEventDetails: event.serviceEventDetails,
    eventCategory: 'Management',
  };
}

function resourcesOf(arns: readonly string[], caller: string): readonly TrailResource[] | undefined {
  const resources = arns.flatMap((arn) => resourceOf(arn, caller) ?? []);
  return resources.length > 0 ? resources : undefined;
}
