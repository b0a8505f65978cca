import { define, shape } from '../../../aws';
import { bytesToHex, purposeOf, seededBytes } from '../../../base';
import { bucketArn } from '../finding';
import { buckets } from '../records/bucket';
import { denied } from '../rules/errors';

export const listBuckets = define({
  service: 's3',
  name: 'ListBuckets',
  about: 'Lists all buckets of this account, in every Region.',
  input: shape.structure({ Prefix: shape.string(), BucketRegion: shape.string() }),
  output: shape.structure({
    Buckets: shape.list(
      shape.structure({
        Name: shape.string(),
        CreationDate: shape.timestamp(),
        BucketRegion: shape.string(),
        BucketArn: shape.string(),
      }),
    ),
    Owner: shape.structure({ ID: shape.string() }),
    Prefix: shape.string(),
  }),
  readOnly: true,
  denied,
  permissions: () => [{ action: 's3:ListAllMyBuckets', resource: '*' }],
  handle: (call) => {
    const { Prefix = '', BucketRegion } = call.input;
    const owned = call.world.table(buckets).by('account', call.principal.account);
    const listed = owned.filter(
      ({ name, region }) =>
        name.startsWith(Prefix) && (BucketRegion === undefined || region === BucketRegion),
    );
    return {
      Buckets: listed.map(({ name, region, createdAtMs }) => ({
        Name: name,
        CreationDate: createdAtMs,
        BucketRegion: call.input.Prefix !== undefined || BucketRegion !== undefined ? region : undefined,
        BucketArn: bucketArn(region, name),
      })),
      Owner: { ID: canonicalUserId(call.world.seed, call.principal.account) },
      Prefix: call.input.Prefix,
    };
  },
});

/** The account's canonical user id: 64 hex digits. */
function canonicalUserId(seed: string, account: string): string {
  return bytesToHex(seededBytes(seed, purposeOf('canonical-user', account), 32));
}
