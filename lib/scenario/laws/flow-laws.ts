import type { ScenarioFlow } from '../schema';
import { broken, type Finding } from './finding';

const EDGE = /^\s*(\w+)\s*(?:--+>?|==+>?|-\.+->?)(?:\|[^|]*\|)?\s*(\w+)\s*$/;
const NODE = /^\s*(\w+)\s*(?:\[|\(|\{|>)/;

/** Node ids and edges of a Mermaid flowchart, as far as our own drawings use its language: one of either a line. */
export function flowParts(mermaid: string): {
  readonly nodes: readonly string[];
  readonly edges: readonly string[];
} {
  const nodes: string[] = [];
  const edges: string[] = [];
  for (const text of mermaid.split('\n')) {
    const edge = EDGE.exec(text);
    const node = /^\s*(subgraph|end|flowchart|direction)\b/.test(text) ? null : NODE.exec(text);
    if (edge) edges.push(`${edge[1]} ${edge[2]}`);
    else if (node) nodes.push(node[1] as string);
  }
  return { nodes, edges };
}

/** Law 4, as far as no browser is needed: every light has a part to light, and every part is lit or named. */
export function flowLaws(id: string, flow: ScenarioFlow): Finding[] {
  const where = [id, `flow ${flow.id}`];
  const { nodes, edges } = flowParts(flow.mermaid);
  const ends = new Set(edges.flatMap((edge) => edge.split(' ')));
  return [
    ...(/^\s*flowchart (LR|RL|TB|TD|BT)\s*$/m.test(flow.mermaid.split('\n')[0] ?? '')
      ? []
      : [broken(where, 'expected a flowchart with its direction in the first line')]),
    ...[...ends]
      .filter((end) => !nodes.includes(end))
      .map((end) => broken(where, `the edge's end ${end} is no node`)),
    ...flow.lights.flatMap(({ node, edge }) => {
      if ((node === undefined) === (edge === undefined)) {
        return [broken(where, 'expected each light to name a node or an edge, found both or neither')];
      }
      const missing =
        node !== undefined ? !nodes.includes(node) : edge !== undefined && !edges.includes(edge.join(' '));
      return missing
        ? [broken(where, `a light names ${node ?? edge?.join(' to ')}, which is not drawn`)]
        : [];
    }),
  ];
}
