import { describe, expect, it } from 'vitest';
import { flowSelectors, sequenceSelectors } from './flow-lights';

describe('the lights of a picture', () => {
  it('finds nodes and edges of a flowchart by their ids', () => {
    expect(
      flowSelectors([
        { kind: 'node', node: 'App', light: 'lit' },
        { kind: 'edge', from: 'App', to: 'Kms', light: 'refused' },
      ]),
    ).toEqual([
      { selector: 'g.node[id*="-flowchart-App-"]', light: 'lit' },
      { selector: 'path[data-id^="L_App_Kms_"]', light: 'refused' },
    ]);
  });

  it('counts every message of a sequence, lit or not', () => {
    const message = { from: 'App', to: 'Kms', text: 'Decrypt' };
    expect(sequenceSelectors([message, { ...message, light: 'refused' }])).toEqual([
      { selector: '[data-et="message"][data-id="i1"]', light: 'refused' },
    ]);
  });
});
