import { type AnyOperation, type Call, formatArn, isRefusal, shape } from '../../../aws';
import type { RoleDirectory } from '../ports';
import { durationOf, refuseSession } from '../rules/callers';
import { credentialsOf, creditedInTrail, openSession } from '../rules/open-session';
import { stsOperation } from '../rules/operation';
import { packedSize, refusePackedSize, sessionPolicies } from '../rules/session-policies';
import { refuseSessionTags, tagsOf } from '../rules/session-tags';
import { credentials, longDuration, policyArns, policyText, tags } from '../rules/shapes';

const input = shape.structure(
  {
    Name: shape.string({ min: 2, max: 32, pattern: '[\\w+=,.@-]*' }),
    Policy: policyText,
    PolicyArns: policyArns,
    DurationSeconds: longDuration,
    Tags: tags,
  },
  ['Name'],
);
type Input = NonNullable<(typeof input)['type']>;

const output = shape.structure({
  Credentials: credentials,
  FederatedUser: shape.structure({ FederatedUserId: shape.string(), Arn: shape.string() }, [
    'FederatedUserId',
    'Arn',
  ]),
  PackedPolicySize: shape.integer(),
});

/**
 * What the session may do is what both the user and the session's policies allow; without such policies, nothing.
 * refuses: AccessDenied, InvalidParameterValue (tags), MalformedPolicyDocument, PackedPolicyTooLarge
 */
export function getFederationToken(directory: RoleDirectory): AnyOperation {
  return stsOperation({
    name: 'GetFederationToken',
    about: 'Answers temporary credentials for somebody whom the calling user vouches for.',
    input,
    output,
    readOnly: true,
    verdict: (call) => refuseSession(call),
    permissions: (call) => [{ action: 'sts:GetFederationToken', resource: federatedArn(call) }],
    responseElements: ({ Credentials, FederatedUser }) => ({
      credentials: Credentials && creditedInTrail(Credentials),
      federatedUser: FederatedUser && {
        federatedUserId: FederatedUser.FederatedUserId,
        arn: FederatedUser.Arn,
      },
    }),
    handle: (call) => federate(call, directory),
  });
}

function federate(call: Call<Input>, directory: RoleDirectory) {
  const { principal, input: request } = call;
  const packed = packedSize(request);
  const policies = sessionPolicies(call.world, directory, principal.account, request);
  const refusal =
    refuseSessionTags({}, request) ?? (isRefusal(policies) ? policies : refusePackedSize(packed));
  if (refusal) return refusal;
  const session = openSession(call, directory, {
    principal: {
      type: 'federated',
      account: principal.account,
      arn: federatedArn(call),
      // The user behind it: its policies speak for the session.
      roleArn: principal.arn,
      userId: `${principal.account}:${request.Name}`,
      tags: { ...principal.tags, ...tagsOf(request.Tags) },
      sessionPolicies: policies as readonly string[] | undefined,
    },
    durationSeconds: durationOf(call),
  });
  return {
    Credentials: credentialsOf(session),
    FederatedUser: { FederatedUserId: session.principal.userId, Arn: session.principal.arn },
    PackedPolicySize: packed,
  };
}

function federatedArn({ principal, input: { Name } }: Call<Input>): string {
  const resource = `federated-user/${Name}`;
  return formatArn({ partition: 'aws', service: 'sts', region: '', account: principal.account, resource });
}
