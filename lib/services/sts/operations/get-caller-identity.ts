import { shape } from '../../../aws';
import { stsOperation } from '../rules/operation';

/** Needs no permission: whoever has credentials may ask whose they are. */
export const getCallerIdentity = stsOperation({
  name: 'GetCallerIdentity',
  about: 'Tells whose credentials the request was signed with.',
  input: shape.structure({}),
  output: shape.structure({ UserId: shape.string(), Account: shape.string(), Arn: shape.string() }),
  readOnly: true,
  permissions: () => [],
  handle: ({ principal }) => ({
    UserId: principal.userId,
    Account: principal.account,
    Arn: principal.arn,
  }),
});
