import { type AnyOperation, shape } from '../../../aws';
import type { RoleDirectory } from '../ports';
import { durationOf, hasCode, refuseHalfCode, refuseSession } from '../rules/callers';
import { credentialsOf, creditedInTrail, openSession } from '../rules/open-session';
import { stsOperation } from '../rules/operation';
import { credentials, longDuration, serialNumber, tokenCode } from '../rules/shapes';

/** The session is the caller itself, and says whether a device vouched for it. refuses: Validation, AccessDenied */
export function getSessionToken(directory: RoleDirectory): AnyOperation {
  return stsOperation({
    name: 'GetSessionToken',
    about: 'Answers temporary credentials for the caller, with a device code if wanted.',
    input: shape.structure({
      DurationSeconds: longDuration,
      SerialNumber: serialNumber,
      TokenCode: tokenCode,
    }),
    output: shape.structure({ Credentials: credentials }),
    readOnly: true,
    validate: ({ input }) => refuseHalfCode(input),
    verdict: (call) => refuseSession(call),
    permissions: () => [],
    responseElements: ({ Credentials }) => ({ credentials: Credentials && creditedInTrail(Credentials) }),
    handle: (call) => {
      const session = openSession(call, directory, {
        principal: { ...call.principal, mfa: hasCode(call.input) },
        durationSeconds: durationOf(call),
      });
      return { Credentials: credentialsOf(session) };
    },
  });
}
