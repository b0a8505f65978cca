import { type AnyOperation, type Call, isRefusal, parseArn, type Refusal, shape } from '../../../aws';
import type { AssumableRole, RoleDirectory } from '../ports';
import { sessions } from '../records/session';
import { refuseHalfCode } from '../rules/callers';
import { credentialsOf, creditedInTrail, openSession } from '../rules/open-session';
import { accessDenied, stsOperation, validationError } from '../rules/operation';
import { refuseDuration, roleDuration, rolePrincipal } from '../rules/role-session';
import { packedSize, refusePackedSize, sessionPolicies } from '../rules/session-policies';
import { refuseSessionTags, sessionTags, tagsOf } from '../rules/session-tags';
import {
  arn,
  credentials,
  policyArns,
  policyText,
  serialNumber,
  sessionName,
  sourceIdentity,
  tagKey,
  tags,
  tokenCode,
} from '../rules/shapes';
import { notAuthorized, trustChecks } from '../rules/trust';

const input = shape.structure(
  {
    RoleArn: arn,
    RoleSessionName: sessionName,
    PolicyArns: policyArns,
    Policy: policyText,
    DurationSeconds: shape.integer({ min: 900, max: 43_200 }),
    Tags: tags,
    TransitiveTagKeys: shape.list(tagKey, { max: 50 }),
    ExternalId: shape.string({ min: 2, max: 1224, pattern: '[\\w+=,.@:\\/-]*' }),
    SerialNumber: serialNumber,
    TokenCode: tokenCode,
    SourceIdentity: sourceIdentity,
  },
  ['RoleArn', 'RoleSessionName'],
);
type Input = NonNullable<(typeof input)['type']>;

const output = shape.structure({
  Credentials: credentials,
  AssumedRoleUser: shape.structure({ AssumedRoleId: shape.string(), Arn: shape.string() }, [
    'AssumedRoleId',
    'Arn',
  ]),
  PackedPolicySize: shape.integer(),
  SourceIdentity: sourceIdentity,
});

/**
 * Opens a session of a role.
 * refuses: Validation, AccessDenied (root user, no such role, trust policy), InvalidParameterValue (tags),
 * MalformedPolicyDocument, PackedPolicyTooLarge
 */
export function assumeRole(directory: RoleDirectory): AnyOperation {
  const role = (call: Call<Input>) => directory.role(call.world, call.input.RoleArn);
  const operation = stsOperation({
    name: 'AssumeRole',
    about: 'Opens a session of a role and answers temporary credentials for it.',
    input,
    output,
    readOnly: true,
    permissions: () => [],
    validate: ({ input: request }) => refuseHalfCode(request),
    verdict: (call) => refuseCaller(call, role(call)),
    resources: (call) => [call.input.RoleArn],
    responseElements: ({ Credentials, AssumedRoleUser }) => ({
      credentials: Credentials && creditedInTrail(Credentials),
      assumedRoleUser: AssumedRoleUser && {
        assumedRoleId: AssumedRoleUser.AssumedRoleId,
        arn: AssumedRoleUser.Arn,
      },
    }),
    handle: (call) => assume(call, directory, role(call) as AssumableRole),
  });
  return {
    ...operation,
    checks: (call: Call<Input>) => {
      const found = role(call);
      return found ? trustChecks(call, found) : [];
    },
  };
}

/** A role that is not there is refused like one that trusts somebody else, so existence is not revealed. */
function refuseCaller(call: Call<Input>, role: AssumableRole | undefined): Refusal | undefined {
  const { RoleArn } = call.input;
  const named = parseArn(RoleArn);
  if (named?.service !== 'iam' || !named.resource.startsWith('role/')) {
    return validationError(`${RoleArn} is invalid`);
  }
  if (call.principal.type === 'root') return accessDenied('Roles may not be assumed by root accounts.');
  return role ? undefined : notAuthorized(call.principal.arn, 'sts:AssumeRole', RoleArn);
}

function assume(call: Call<Input>, directory: RoleDirectory, role: AssumableRole) {
  const { input: request, principal } = call;
  const caller = call.world.table(sessions).get(principal.accessKeyId);
  const inherited = caller?.transitiveTags ?? {};
  const packed = packedSize(request);
  const policies = sessionPolicies(call.world, directory, role.account, request);
  const refusal =
    refuseDuration(call, role) ??
    refuseSessionTags(inherited, request) ??
    (isRefusal(policies) ? policies : refusePackedSize(packed));
  if (refusal) return refusal;
  const { tags: carried, transitive } = sessionTags(tagsOf(role.tags), inherited, request);
  const session = openSession(call, directory, {
    principal: rolePrincipal(role, request, carried, policies as readonly string[] | undefined),
    durationSeconds: roleDuration(request),
    transitiveTags: transitive,
    sourceIdentity: request.SourceIdentity ?? caller?.sourceIdentity,
  });
  return {
    Credentials: credentialsOf(session),
    AssumedRoleUser: { AssumedRoleId: session.principal.userId, Arn: session.principal.arn },
    PackedPolicySize: packed,
    SourceIdentity: session.sourceIdentity,
  };
}
