import type { CustomCommand } from '../custom-command';
import { makeBucket, removeBucket } from './buckets';
import { copy } from './copy';
import { list } from './list';
import { presign } from './presign';
import { remove } from './remove';
import { sync } from './sync';

/** The high-level `aws s3` commands, made of `s3api` operations. */
export const s3: CustomCommand = {
  name: 's3',
  bareUse: '\nusage: aws [options] s3 <subcommand> [parameters]\naws: error: too few arguments\n',
  about: 'Copy, list and remove objects and buckets.',
  subcommands: {
    cp: { about: 'Copy a file to S3, from S3, or within S3.', run: copy(false) },
    ls: { about: 'List buckets, or the objects below a prefix.', run: list },
    mb: { about: 'Make a bucket.', run: makeBucket },
    mv: { about: 'Move a file to S3, from S3, or within S3.', run: copy(true) },
    presign: { about: 'Sign a URL for an object: not in the lab.', run: presign },
    rb: { about: 'Remove an empty bucket, or with --force any bucket.', run: removeBucket },
    rm: { about: 'Delete objects.', run: remove },
    sync: { about: 'Copy what is missing or changed below a folder or prefix.', run: sync },
  },
};
