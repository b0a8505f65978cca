import { describe, expect, it } from 'vitest';
import { Console } from '../../shell/console.testkit';

describe('aws s3', () => {
  it('makes, fills, lists, copies and removes', async () => {
    const console = new Console();
    const said = await console.say(
      [
        'aws s3 mb s3://first-bucket; mkdir -p d/e; echo one > one.txt; echo two > d/two.txt; echo three > d/e/three.txt',
        'aws s3 cp one.txt s3://first-bucket; aws s3 cp one.txt s3://first-bucket/logs/renamed.txt; aws s3 cp d s3://first-bucket/d --recursive',
        'aws s3 ls; aws s3 ls s3://first-bucket; aws s3 ls s3://first-bucket/d/; aws s3 ls s3://first-bucket --recursive --summarize',
        'aws s3 cp s3://first-bucket/one.txt back.txt; cat back.txt; aws s3 cp s3://first-bucket/d/two.txt -',
        'echo piped | aws s3 cp - s3://first-bucket/piped; aws s3 cp s3://first-bucket/piped s3://first-bucket/copied; aws s3 mv s3://first-bucket/copied moved; cat moved',
        'aws s3 rb s3://first-bucket; aws s3 rm s3://first-bucket/d --recursive; aws s3 rb s3://first-bucket --force; aws s3 ls',
      ].join('\n'),
    );
    expect(said.replace(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/gm, 'WHEN')).toBe(
      [
        'make_bucket: first-bucket',
        'upload: ./one.txt to s3://first-bucket/one.txt',
        'upload: ./one.txt to s3://first-bucket/logs/renamed.txt',
        'upload: d/e/three.txt to s3://first-bucket/d/e/three.txt',
        'upload: d/two.txt to s3://first-bucket/d/two.txt',
        'WHEN first-bucket',
        '                           PRE d/',
        '                           PRE logs/',
        'WHEN          4 one.txt',
        '                           PRE e/',
        'WHEN          4 two.txt',
        'WHEN          6 d/e/three.txt',
        'WHEN          4 d/two.txt',
        'WHEN          4 logs/renamed.txt',
        'WHEN          4 one.txt',
        '',
        'Total Objects: 4',
        '   Total Size: 18',
        'download: s3://first-bucket/one.txt to ./back.txt',
        'one',
        'two',
        'copy: s3://first-bucket/piped to s3://first-bucket/copied',
        'move: s3://first-bucket/copied to ./moved',
        'piped',
        'remove_bucket failed: s3://first-bucket An error occurred (BucketNotEmpty) when calling the DeleteBucket operation: The bucket you tried to delete is not empty',
        'delete: s3://first-bucket/d/e/three.txt',
        'delete: s3://first-bucket/d/two.txt',
        'delete: s3://first-bucket/logs/renamed.txt',
        'delete: s3://first-bucket/one.txt',
        'delete: s3://first-bucket/piped',
        'remove_bucket: first-bucket',
        '',
      ].join('\n'),
    );
  });

  it('encrypts under a KMS key when asked, and hands the key on to s3api', async () => {
    const console = new Console();
    await console.run(
      'KEY=$(aws kms create-key --query KeyMetadata.Arn --output text); aws s3 mb s3://sealed-bucket; echo secret > f',
    );
    await console.run('aws s3 cp f s3://sealed-bucket/f --sse aws:kms --sse-kms-key-id $KEY');
    expect(
      await console.say(
        'aws s3api head-object --bucket sealed-bucket --key f --query "[ServerSideEncryption,SSEKMSKeyId==\'$KEY\']" --output text; [ "$KEY" ] && echo has',
      ),
    ).toBe('aws:kms\tTrue\nhas\n');
    expect(
      await console.say(
        'aws s3api put-object --bucket sealed-bucket --key g --body f --query ETag; aws s3api get-object --bucket sealed-bucket --key f out; cat out',
      ),
    ).toMatch(/^"\\"[0-9a-f]{32}\\""\n\{\n[\s\S]*"SSEKMSKeyId"[\s\S]*\}\nsecret\n$/);
  });

  it('copies within S3 without bringing anything down, which gives an object another key', async () => {
    const console = new Console();
    await console.run(
      'OLD=$(aws kms create-key --query KeyMetadata.Arn --output text); NEW=$(aws kms create-key --query KeyMetadata.Arn --output text); aws s3 mb s3://keys-bucket; echo secret | aws s3 cp - s3://keys-bucket/a --sse aws:kms --sse-kms-key-id $OLD',
    );
    const said = await console.say(
      [
        'aws s3 cp s3://keys-bucket/a s3://keys-bucket/b --sse aws:kms --sse-kms-key-id $NEW --dryrun',
        'aws s3 cp s3://keys-bucket/a s3://keys-bucket/b --sse aws:kms --sse-kms-key-id $NEW',
        'aws s3 mv s3://keys-bucket/b s3://keys-bucket/a --sse aws:kms --sse-kms-key-id $NEW',
        'aws s3api head-object --bucket keys-bucket --key a --query "[SSEKMSKeyId==\'$NEW\']" --output text',
        'aws s3 ls s3://keys-bucket | wc -l; aws s3 cp s3://keys-bucket/a -',
        'aws cloudtrail lookup-events --query "Events[?EventSource==\'kms.amazonaws.com\'].EventName" --output text',
      ].join('\n'),
    );
    expect(said).toBe(
      [
        '(dryrun) copy: s3://keys-bucket/a to s3://keys-bucket/b',
        'copy: s3://keys-bucket/a to s3://keys-bucket/b',
        'move: s3://keys-bucket/b to s3://keys-bucket/a',
        'True',
        '1',
        'secret',
        'Decrypt\tGenerateDataKey\tDecrypt\tGenerateDataKey\tDecrypt\tGenerateDataKey\tCreateKey\tCreateKey',
        '',
      ].join('\n'),
    );
  });

  it('syncs what is missing or changed, encrypted as asked, and removes the rest when told to', async () => {
    const console = new Console();
    const said = await console.say(
      [
        'KEY=$(aws kms create-key --query KeyMetadata.Arn --output text); aws s3 mb s3://sync-bucket; mkdir -p d/e; echo one > d/one; echo two > d/e/two; lab clock +1m > /dev/null',
        'TO="d s3://sync-bucket/p"; aws s3 sync $TO --sse aws:kms --sse-kms-key-id $KEY --dryrun; aws s3 sync $TO --sse aws:kms --sse-kms-key-id $KEY',
        'echo again; aws s3 sync $TO',
        'lab clock +1m > /dev/null; echo ONE > d/one; rm d/e/two; echo three > d/three; aws s3 sync $TO --size-only; aws s3 sync $TO',
        'aws s3 sync $TO --delete --dryrun; aws s3 sync $TO --delete',
        'lab clock +1m > /dev/null; aws s3 sync s3://sync-bucket/p/ back; aws s3 sync s3://sync-bucket/p/ back; cat back/one; ls back',
        'echo XXX > back/one; aws s3 sync s3://sync-bucket/p back; aws s3 sync s3://sync-bucket/p back --exact-timestamps; echo x > back/x; aws s3 sync s3://sync-bucket/p back --delete; aws s3 sync s3://sync-bucket/p s3://sync-bucket/q',
        'aws s3api head-object --bucket sync-bucket --key p/one --query ServerSideEncryption',
      ].join('\n'),
    );
    expect(said.split('\n')).toEqual([
      'make_bucket: sync-bucket',
      '(dryrun) upload: d/e/two to s3://sync-bucket/p/e/two',
      '(dryrun) upload: d/one to s3://sync-bucket/p/one',
      'upload: d/e/two to s3://sync-bucket/p/e/two',
      'upload: d/one to s3://sync-bucket/p/one',
      'again',
      'upload: d/three to s3://sync-bucket/p/three',
      'upload: d/one to s3://sync-bucket/p/one',
      '(dryrun) delete: s3://sync-bucket/p/e/two',
      'delete: s3://sync-bucket/p/e/two',
      'download: s3://sync-bucket/p/one to back/one',
      'download: s3://sync-bucket/p/three to back/three',
      'ONE',
      'one',
      'three',
      'download: s3://sync-bucket/p/one to back/one',
      'delete: back/x',
      'copy: s3://sync-bucket/p/one to s3://sync-bucket/q/one',
      'copy: s3://sync-bucket/p/three to s3://sync-bucket/q/three',
      '"AES256"',
      '',
    ]);
  });

  it('knows two kinds of encryption, and ends where an object may not even be looked at', async () => {
    const console = new Console();
    const { statements } = await console.run(
      [
        'echo x | aws s3 cp - s3://b/k --sse aws:kms:dsse',
        'aws iam create-user --user-name nina; aws configure set aws_access_key_id $(aws iam create-access-key --user-name nina --query AccessKey.AccessKeyId --output text) --profile nina; aws configure set aws_secret_access_key x --profile nina',
        'aws s3 mb s3://shut-bucket; echo x | aws s3 cp - s3://shut-bucket/k',
        'aws s3 cp s3://shut-bucket/k out --profile nina',
      ].join('\n'),
    );
    const told = statements.map(({ stderr, exitCode }) => [stderr.trim(), exitCode]);
    expect(told[0]).toEqual([
      expect.stringContaining('argument --sse: Invalid choice, valid choices are:'),
      252,
    ]);
    expect(told.at(-1)).toEqual([
      'fatal error: An error occurred (403) when calling the HeadObject operation: Forbidden',
      1,
    ]);
  });

  it('is what a script makes a bucket, an upload and its clean-up of', async () => {
    const console = new Console();
    const said = await console.say(
      [
        'aws kms create-alias --alias-name alias/lab --target-key-id $(aws kms create-key --query KeyMetadata.KeyId --output text)',
        'AWS_REGION=$(aws configure get region); if [ "$AWS_REGION" = "us-east-1" ]; then aws s3api create-bucket --bucket lab-data --query Location; else aws s3api create-bucket --bucket lab-data --create-bucket-configuration LocationConstraint=$AWS_REGION --query Location; fi',
        "aws s3api put-bucket-encryption --bucket lab-data --server-side-encryption-configuration '{",
        '  "Rules": [{"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "aws:kms", "KMSMasterKeyID": "alias/lab"}, "BucketKeyEnabled": true}]',
        "}'",
        'echo secret > f; aws s3api put-object --bucket lab-data --key f --body f --server-side-encryption aws:kms --ssekms-key-id alias/lab --query BucketKeyEnabled',
        "aws s3api head-object --bucket lab-data --key f --query '{SSE:ServerSideEncryption, KMSKeyId:SSEKMSKeyId}' --output text | sed 's/key.*\\t/KEY /'",
        'aws s3api get-object --bucket lab-data --key f out --query ServerSideEncryption; cat out',
        'aws s3api create-bucket --bucket other-data --create-bucket-configuration LocationConstraint=us-west-1 2>&1 | tail -1',
        'aws s3api delete-object --bucket lab-data --key f; aws s3api delete-bucket --bucket lab-data; aws s3 ls',
      ].join('\n'),
    );
    expect(said).toBe(
      [
        '"http://lab-data.s3.amazonaws.com/"',
        'true',
        'arn:aws:kms:eu-west-1:111122223333:KEY aws:kms',
        '"aws:kms"',
        'secret',
        'An error occurred (IllegalLocationConstraintException) when calling the CreateBucket operation: The us-west-1 location constraint is incompatible for the region specific endpoint this request was sent to.',
        '',
      ].join('\n'),
    );
  });

  it('says why it signs no URLs', async () => {
    expect(await new Console().say('aws s3 presign s3://b/k --expires-in 60; echo $?')).toMatch(
      /^\naws s3 presign is not in the lab: [\s\S]*kms:Decrypt\.\n255\n$/,
    );
  });

  it('reports what fails beside the file, and ends with status 1', async () => {
    const console = new Console();
    const { statements } = await console.run(
      'aws s3 mb s3://some-bucket; aws s3 cp s3://some-bucket/none x; aws s3 cp nofile s3://some-bucket; aws s3 cp a b; aws s3 ls s3://none-bucket; aws s3 ls s3://some-bucket/none; aws s3 frob; aws s3api put-object --bucket some-bucket --key k --body nofile',
    );
    const told = statements
      .slice(1)
      .map(({ stderr, exitCode }) => [stderr.trim().split('\n').at(-1), exitCode]);
    expect(told.filter((_, at) => at !== 5)).toEqual([
      [
        'fatal error: An error occurred (404) when calling the HeadObject operation: Key "none" does not exist',
        1,
      ],
      ['The user-provided path nofile does not exist.', 255],
      ['Error: Invalid argument type', 252],
      [
        'An error occurred (NoSuchBucket) when calling the ListObjectsV2 operation: The specified bucket does not exist',
        254,
      ],
      ['', 1],
      ["Error parsing parameter '--body': Blob values must be a path to a file.", 252],
    ]);
  });
});
