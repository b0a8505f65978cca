import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '../aws';
import { needs } from '../base';
import { type PageRequest, pageOf } from './paging';

const id = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 5 });

function page(ids: readonly string[], request: PageRequest, list = 'Jars') {
  const answer = pageOf(ids, request, 3, list);
  needs(!isRefusal(answer), 'the marker is good');
  return answer;
}

describe('a list read page by page', () => {
  it('holds every id once and in order, whatever the size of its pages', () => {
    fc.assert(
      fc.property(fc.uniqueArray(id), fc.integer({ min: 1, max: 4 }), (unsorted, Limit) => {
        const ids = [...unsorted].sort((a, b) => (a < b ? -1 : 1));
        const read: string[] = [];
        let Marker: string | undefined;
        do {
          const { ids: shown, rest } = page(ids, { Limit, Marker });
          expect(shown.length).toBeLessThanOrEqual(Limit);
          expect(rest.Truncated).toBe(rest.NextMarker !== undefined);
          read.push(...shown);
          Marker = rest.NextMarker;
        } while (Marker !== undefined);
        expect(read).toEqual(ids);
      }),
    );
  });

  it('goes on behind the last id shown though it is gone and others came', () => {
    const { rest } = page(['b', 'd', 'f', 'h'], { Limit: 2 });
    expect(page(['a', 'c', 'e', 'f', 'h'], { Limit: 9, Marker: rest.NextMarker }).ids).toEqual([
      'e',
      'f',
      'h',
    ]);
  });

  it('shows as many as its default, and all it has without a marker', () => {
    expect(page(['a', 'b', 'c', 'd'], {}).ids).toEqual(['a', 'b', 'c']);
    expect(page(['a', 'b', 'c'], {})).toEqual({
      ids: ['a', 'b', 'c'],
      rest: { NextMarker: undefined, Truncated: false },
    });
    expect(page([], {}).rest).toEqual({ NextMarker: undefined, Truncated: false });
  });

  it('refuses every marker but its own', () => {
    const marker = page(['a', 'b'], { Limit: 1 }).rest.NextMarker ?? '';
    const refused = { refused: true, name: 'InvalidMarkerException', status: 400 };
    expect(pageOf(['a'], { Marker: marker }, 3, 'Pots')).toMatchObject(refused);
    fc.assert(
      fc.property(fc.string(), (Marker) => {
        expect(pageOf(['a'], { Marker }, 3, 'Jars')).toMatchObject(refused);
      }),
    );
  });

  it('has markers that fit into the 1,024 characters of a request', () => {
    const arn = `arn:aws:kms:us-gov-east-1:111122223333:alias/${'x'.repeat(250)}`;
    const list = `ListAliases arn:aws:kms:us-gov-east-1:111122223333:key/mrk-${'0'.repeat(32)}`;
    expect(page([arn, `${arn}y`], { Limit: 1 }, list).rest.NextMarker?.length).toBeLessThan(1024);
  });
});
