import { addressOfSource, type Call, type Principal, parseArn } from '../aws';
import { type OrganizationPath, organizationOf } from '../services/organizations';
import { type VpcEndpointRecord, vpcEndpointOf } from '../services/vpc';

/** What the cloud knows of a request beside what the service knows. */
export interface Surroundings {
  readonly call: Call;
  readonly resourceAccount: string;
  readonly organization: OrganizationPath | undefined;
}

type Values = readonly string[] | undefined;
type Reader = (around: Surroundings) => Values;

/** The global condition keys, in lower case. fact: authorization 8 */
const GLOBAL: Readonly<Record<string, Reader>> = {
  'aws:principalarn': ({ call: { principal } }) => [
    principal.type === 'role-session' ? (principal.roleArn ?? principal.arn) : principal.arn,
  ],
  'aws:principalaccount': ({ call }) => (isService(call.principal) ? undefined : [call.principal.account]),
  'aws:principaltype': ({ call }) => [TYPES[call.principal.type]],
  'aws:principalorgid': ({ organization }) => organization && [organization.id],
  'aws:principalorgpaths': ({ organization }) => organization && [organization.path],
  'aws:principalisawsservice': ({ call }) => [String(isService(call.principal))],
  'aws:principalservicename': ({ call }) => (isService(call.principal) ? [call.principal.arn] : undefined),
  'aws:userid': ({ call }) => [call.principal.userId],
  'aws:username': ({ call }) => (call.principal.userName ? [call.principal.userName] : undefined),
  'aws:resourceaccount': ({ resourceAccount }) => [resourceAccount],
  'aws:requestedregion': ({ call }) => [call.region],
  'aws:currenttime': ({ call }) => [new Date(call.nowMs).toISOString()],
  'aws:epochtime': ({ call }) => [String(Math.floor(call.nowMs / 1000))],
  'aws:securetransport': () => ['true'],
  'aws:sourceip': ({ call }) => (call.source.ip && !call.source.vpcEndpoint ? [call.source.ip] : undefined),
  'aws:sourcevpce': ({ call }) =>
    call.source.vpcEndpoint && !isForwarded(call) ? [call.source.vpcEndpoint] : undefined,
  'aws:sourcevpc': ({ call }) => ofEndpoint(call, ({ vpcId }) => vpcId),
  'aws:vpcsourceip': ({ call }) => ofEndpoint(call, () => addressOfSource(call.source)),
  'aws:vpceaccount': ({ call }) => ofEndpoint(call, ({ account }) => account),
  'aws:vpceorgid': ({ call }) => ofEndpoint(call, ({ account }) => organizationOf(call.world, account)?.id),
  'aws:vpceorgpaths': ({ call }) =>
    ofEndpoint(call, ({ account }) => organizationOf(call.world, account)?.path),
  'aws:sourcearn': ({ call }) => (call.source.sourceArn ? [call.source.sourceArn] : undefined),
  'aws:sourceaccount': ({ call }) => {
    const account = call.source.sourceArn && parseArn(call.source.sourceArn)?.account;
    return account ? [account] : undefined;
  },
  'aws:sourceorgid': ({ call }) => ofSource(call, ({ id }) => id),
  'aws:sourceorgpaths': ({ call }) => ofSource(call, ({ path }) => path),
  'aws:useragent': ({ call }) => (call.source.userAgent ? [call.source.userAgent] : undefined),
  'aws:multifactorauthpresent': ({ call }) =>
    call.principal.mfa === undefined ? undefined : [String(call.principal.mfa)],
  'aws:tokenissuetime': ({ call }) => {
    const issued = call.principal.sessionIssuedAtMs;
    return issued === undefined ? undefined : [new Date(issued).toISOString()];
  },
  'aws:viaawsservice': ({ call }) => [String(isForwarded(call))],
  'aws:calledvia': ({ call }) => services(call),
  'aws:calledviafirst': ({ call }) => services(call)?.slice(0, 1),
  'aws:calledvialast': ({ call }) => services(call)?.slice(-1),
};

const TYPES: Readonly<Record<Principal['type'], string>> = {
  root: 'Account',
  user: 'User',
  'role-session': 'AssumedRole',
  federated: 'FederatedUser',
  service: 'Service',
};

/** Value of a global condition key; `undefined` where the request does not carry it. */
export function globalCondition(lowerKey: string, around: Surroundings): Values {
  if (lowerKey.startsWith('aws:principaltag/')) return tagOf(around.call.principal, lowerKey.slice(17));
  return GLOBAL[lowerKey]?.(around);
}

function tagOf(principal: Principal, lowerName: string): Values {
  for (const [name, value] of Object.entries(principal.tags)) {
    if (name.toLowerCase() === lowerName) return [value];
  }
  return undefined;
}

function isService(principal: Principal): boolean {
  return principal.type === 'service';
}

function isForwarded(call: Call): boolean {
  return (call.source.via?.length ?? 0) > 0;
}

/** The organization of the resource for which a service calls. */
function ofSource(call: Call, read: (organization: OrganizationPath) => string): Values {
  const account = call.source.sourceArn && parseArn(call.source.sourceArn)?.account;
  const organization = account ? organizationOf(call.world, account) : undefined;
  return organization && [read(organization)];
}

/** What the endpoint says of a request that came through it; services do not pass it on. fact: authorization 8 */
function ofEndpoint(call: Call, read: (endpoint: VpcEndpointRecord) => string | undefined): Values {
  if (call.source.vpcEndpoint === undefined || isForwarded(call)) return undefined;
  const endpoint = vpcEndpointOf(call.world, call.source.vpcEndpoint);
  const value = endpoint && read(endpoint);
  return value === undefined ? undefined : [value];
}

/** `aws:CalledVia` names services without their Region. */
function services(call: Call): Values {
  const via = call.source.via;
  return via && via.length > 0
    ? via.map((service) => service.replace(/^([a-z0-9-]+)\..*$/, '$1.amazonaws.com'))
    : undefined;
}
