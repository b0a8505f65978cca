import { describe, expect, it } from 'vitest';
import { flowLaws, flowParts } from './flow-laws';

const drawn = `flowchart LR
  subgraph west [eu-west-1]
    app[orders application]
    kms(KMS)
    db[(orders)]
  end
  you{you}
  app --> kms
  app -->|reads| db
  you -.-> kms
  app==>you
`;
const light = { says: 'It lights.' };
const flow = (more: object) => ({ id: 'f', title: 'F', mermaid: drawn, lights: [], twin: ['x'], ...more });

describe('a drawn flow', () => {
  it('has the nodes and edges it says', () => {
    expect(flowParts(drawn)).toEqual({
      nodes: ['app', 'kms', 'db', 'you'],
      edges: ['app kms', 'app db', 'you kms', 'app you'],
    });
  });

  it('keeps the law when every light has its part', () => {
    expect(
      flowLaws(
        's',
        flow({
          lights: [
            { node: 'app', ...light },
            { edge: ['app', 'kms'], ...light },
          ],
        }),
      ),
    ).toEqual([]);
  });

  it.each([
    [{ lights: [{ node: 's3', ...light }] }, 'a light names s3, which is not drawn'],
    [{ lights: [{ edge: ['kms', 'app'], ...light }] }, 'a light names kms to app, which is not drawn'],
    [{ lights: [light] }, 'expected each light to name a node or an edge, found both or neither'],
    [
      { mermaid: drawn.replace('flowchart LR', 'graph LR') },
      'expected a flowchart with its direction in the first line',
    ],
    [{ mermaid: `${drawn}  app --> s3\n` }, "the edge's end s3 is no node"],
  ])('breaks it with %j', (more, what) => {
    expect(flowLaws('s', flow(more))).toEqual([{ level: 'error', where: 's, flow f', what }]);
  });
});
