import { define, refuse, shape } from '../../../aws';
import { describe, labelled } from '../describing';
import { ownerOf, secrets } from '../records/secret';
import { listedSecret } from '../rules/description';
import { denied } from '../rules/errors';

const MOST = 100;

/** differs: no filters; the token is the ARN of the last secret shown */
export const listSecrets = define({
  service: 'secretsmanager',
  name: 'ListSecrets',
  about: 'Lists the secrets of this account and Region.',
  input: shape.structure({
    IncludePlannedDeletion: shape.boolean(),
    MaxResults: shape.integer({ min: 1, max: MOST }),
    NextToken: shape.string({ min: 1, max: 4096 }),
  }),
  output: shape.structure({ SecretList: shape.list(listedSecret), NextToken: shape.string() }),
  readOnly: true,
  denied,
  permissions: () => [{ action: 'secretsmanager:ListSecrets', resource: '*' }],
  handle: (call) => {
    const { IncludePlannedDeletion = false, MaxResults = MOST, NextToken } = call.input;
    const own = call.world.table(secrets).by('owner', ownerOf(call.principal.account, call.region));
    const after = NextToken === undefined ? 0 : own.findIndex(({ arn }) => arn === NextToken) + 1;
    if (NextToken !== undefined && after === 0) {
      return refuse('InvalidNextTokenException', 'The NextToken value is invalid.');
    }
    const listed = own
      .slice(after)
      .filter(({ deletedAtMs }) => deletedAtMs === undefined || IncludePlannedDeletion);
    const page = listed.slice(0, MaxResults);
    const SecretList = page.map((secret) => {
      const { ReplicationStatus, ...shown } = describe(secret);
      return { ...shown, SecretVersionsToStages: labelled(call, secret) };
    });
    return { SecretList, NextToken: listed.length > page.length ? page.at(-1)?.arn : undefined };
  },
});
