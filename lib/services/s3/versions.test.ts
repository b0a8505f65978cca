import { describe, expect, it } from 'vitest';
import { START_MS } from '../dynamodb/fake-cloud.testkit';
import { photos, text } from './bucket.testkit';

type Answered = Readonly<Record<string, unknown>>;

/** The bucket `photos` with versioning, and a cat in two versions. */
function twoCats() {
  const lab = photos();
  const version = (status: string) =>
    lab.answer('PutBucketVersioning', { VersioningConfiguration: { Status: status } });
  const put = (body: string) =>
    (lab.answer('PutObject', { Key: 'cat', Body: text(body) }) as Answered).VersionId;
  const read = (more = {}) => {
    const answered = lab.answer('GetObject', { Key: 'cat', ...more });
    return typeof answered === 'string'
      ? answered
      : new TextDecoder().decode((answered as { Body: Uint8Array }).Body);
  };
  const list = () => {
    const listed = lab.answer('ListObjectVersions', {}) as {
      Versions?: readonly Answered[];
      DeleteMarkers?: readonly Answered[];
    };
    const names = (of: readonly Answered[] = []) => of.map((one) => [one.VersionId, one.IsLatest]);
    return { versions: names(listed.Versions), markers: names(listed.DeleteMarkers) };
  };
  return { ...lab, version, put, read, list };
}

describe('versions', () => {
  it('are kept once a bucket is told to: each write gets an id of its own', () => {
    const { answer, version, put, read, list } = twoCats();
    expect(answer('GetBucketVersioning', {})).toEqual({});
    expect(put('before')).toBeUndefined();
    version('Enabled');
    expect(answer('GetBucketVersioning', {})).toEqual({ Status: 'Enabled' });
    const [first, second] = [put('one'), put('two')];
    expect([first, second]).toEqual([
      expect.stringMatching(/^[\w.]{32}$/),
      expect.stringMatching(/^[\w.]{32}$/),
    ]);
    expect([
      read(),
      read({ VersionId: second }),
      read({ VersionId: first }),
      read({ VersionId: 'null' }),
    ]).toEqual(['two', 'two', 'one', 'before']);
    expect(read({ VersionId: 'none' })).toBe('NoSuchVersion: The specified version does not exist.');
    expect(list()).toEqual({
      versions: [
        [second, true],
        [first, false],
        ['null', false],
      ],
      markers: [],
    });
  });

  it('are hidden by a delete marker, and come back when it goes', () => {
    const { answer, version, put, read, list } = twoCats();
    version('Enabled');
    const first = put('one');
    const marker = answer('DeleteObject', { Key: 'cat' }) as Answered;
    expect(marker).toEqual({ DeleteMarker: true, VersionId: expect.stringMatching(/^[\w.]{32}$/) });
    expect(read()).toBe('NoSuchKey: The specified key does not exist.');
    expect(answer('ListObjectsV2', {})).toMatchObject({ KeyCount: 0 });
    expect(read({ VersionId: marker.VersionId })).toBe(
      'MethodNotAllowed: The specified method is not allowed against this resource.',
    );
    expect(answer('HeadObject', { Key: 'cat', VersionId: marker.VersionId })).toBe('405: Method Not Allowed');
    expect(list()).toEqual({ versions: [[first, false]], markers: [[marker.VersionId, true]] });
    expect(answer('DeleteObject', { Key: 'cat', VersionId: marker.VersionId })).toEqual(marker);
    expect(read()).toBe('one');
  });

  it('go one by one when they are named, and the one before is current again', () => {
    const { answer, version, put, read, list } = twoCats();
    version('Enabled');
    const [first, second] = [put('one'), put('two')];
    const named = { Objects: [{ Key: 'cat', VersionId: second }, { Key: 'dog' }] };
    expect(answer('DeleteObjects', { Delete: named })).toEqual({
      Deleted: [
        { Key: 'cat', VersionId: second },
        { Key: 'dog', DeleteMarker: true, DeleteMarkerVersionId: expect.any(String) },
      ],
    });
    expect(read()).toBe('one');
    expect(answer('DeleteObject', { Key: 'cat', VersionId: first })).toEqual({ VersionId: first });
    expect(list().versions).toEqual([]);
    expect(answer('DeleteBucket', {})).toBe(
      'BucketNotEmpty: The bucket you tried to delete is not empty. You must delete all versions in the bucket.',
    );
  });

  it('stay when versioning is suspended, but new writes replace the null version', () => {
    const { version, put, list } = twoCats();
    put('before');
    version('Enabled');
    const first = put('one');
    version('Suspended');
    expect(put('two')).toBe('null');
    expect(put('three')).toBe('null');
    expect(list().versions).toEqual([
      ['null', true],
      [first, false],
    ]);
  });

  it('are copied by their id, to get another key or to come back', () => {
    const { answer, version, put, read } = twoCats();
    version('Enabled');
    const first = put('one');
    put('two');
    expect(
      answer('CopyObject', {
        Key: 'cat',
        CopySource: `photos/cat?versionId=${first}`,
        ServerSideEncryption: 'AES256',
      }),
    ).toEqual({
      CopyObjectResult: { ETag: expect.any(String), LastModified: START_MS },
      CopySourceVersionId: first,
      VersionId: expect.stringMatching(/^[\w.]{32}$/),
      ServerSideEncryption: 'AES256',
    });
    expect(read()).toBe('one');
  });

  it('need permissions of their own', () => {
    const { answer } = photos({ denied: ['student s3:GetObjectVersion', 'student s3:DeleteObjectVersion'] });
    answer('PutObject', { Key: 'cat', Body: text('x') });
    const named = { Key: 'cat', VersionId: 'null' };
    expect(answer('GetObject', named)).toMatch(/^AccessDenied: .*s3:GetObjectVersion on resource/);
    expect(answer('DeleteObject', named)).toMatch(/^AccessDenied: .*s3:DeleteObjectVersion on resource/);
    expect(answer('GetObject', { Key: 'cat' })).toMatchObject({ ContentLength: 1 });
  });

  it('are listed page by page, each page after the last version of the one before', () => {
    const { answer, version, put } = twoCats();
    version('Enabled');
    const ids = [put('one'), put('two'), put('three')].reverse();
    const page = (more: object) => {
      const { Versions, IsTruncated, NextKeyMarker, NextVersionIdMarker } = answer('ListObjectVersions', {
        MaxKeys: 2,
        ...more,
      }) as Answered & { Versions: readonly Answered[] };
      return {
        ids: Versions.map(({ VersionId }) => VersionId),
        IsTruncated,
        NextKeyMarker,
        NextVersionIdMarker,
      };
    };
    const first = page({});
    expect(first).toEqual({
      ids: ids.slice(0, 2),
      IsTruncated: true,
      NextKeyMarker: 'cat',
      NextVersionIdMarker: ids[1],
    });
    expect(page({ KeyMarker: 'cat', VersionIdMarker: ids[1] })).toEqual({
      ids: ids.slice(2),
      IsTruncated: false,
      NextKeyMarker: undefined,
      NextVersionIdMarker: undefined,
    });
    expect(answer('ListObjectVersions', { KeyMarker: 'cat' })).toMatchObject({ IsTruncated: false });
  });
});
