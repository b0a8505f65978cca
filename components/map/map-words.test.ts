import { describe, expect, it } from 'vitest';
import type { EnvelopeView, MapView, SealView } from '../../lib/views';
import { mapWords } from './map-words';

const seal: SealView = { hue: 1, glyph: 'hex', label: 'A' };
const order = (id: string, state: EnvelopeView['state']): EnvelopeView => ({ id, seal, state, label: id });

const view: MapView = {
  regions: [
    {
      region: 'eu-west-1',
      traffic: 'drained',
      trafficLabel: 'drained at 10:00',
      shelves: [
        {
          kind: 'keys',
          id: 'kms',
          title: 'KMS',
          keys: [
            {
              keyId: 'k',
              name: 'alias/pan-field',
              facts: 'single-Region, Enabled',
              seals: [seal],
              usable: true,
            },
          ],
          holes: [],
        },
        {
          kind: 'store',
          id: 'orders',
          title: 'DynamoDB orders',
          count: '240,000,000 items',
          envelopes: [order('1', 'readable'), order('2', 'readable')],
        },
      ],
    },
    {
      region: 'eu-central-1',
      traffic: 'serving',
      trafficLabel: '',
      shelves: [
        { kind: 'keys', id: 'kms', title: 'KMS', keys: [], holes: [{ seal, labKnows: true }] },
        {
          kind: 'store',
          id: 'orders',
          title: 'DynamoDB orders',
          count: '',
          envelopes: [order('1', 'unreadable')],
          caption: { strong: 'Replicated, unreadable.', verdict: 'refused', text: 'Wrapped under', seal },
        },
      ],
    },
  ],
  links: [
    {
      from: 'eu-west-1',
      to: 'eu-central-1',
      shelf: 'orders',
      state: 'flows',
      bothWays: true,
      caption: 'bytes replicate',
    },
  ],
};

describe('the map in words', () => {
  it('says of every Region what its keys hold, what it cannot read and what links it', () => {
    expect(mapWords(view)).toEqual([
      'eu-west-1 (drained at 10:00):',
      'eu-west-1: alias/pan-field holds material A (single-Region, Enabled).',
      'eu-west-1: DynamoDB orders holds 240,000,000 items; 2 shown sealed with material A, readable.',
      'eu-central-1:',
      'eu-central-1: no key here holds material A (only the lab knows).',
      'eu-central-1: DynamoDB orders holds nothing; 1 shown sealed with material A, not readable.',
      'eu-central-1: Replicated, unreadable. Wrapped under A',
      'between eu-west-1 and eu-central-1: bytes replicate.',
    ]);
  });
});
