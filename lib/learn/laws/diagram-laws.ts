import { broken, type Finding, flowParts } from '../../scenario';
import type { Diagram } from '../schema/diagram';

const MESSAGE = /^\s*\w+\s*-{1,2}(?:>>|>|x|\))[+-]?\s*\w+\s*:/;

export function isSequence({ mermaid }: Pick<Diagram, 'mermaid'>): boolean {
  return mermaid.trimStart().startsWith('sequenceDiagram');
}

/** How many messages a sequence diagram has. */
export function messageCount(mermaid: string): number {
  return mermaid.split('\n').filter((text) => MESSAGE.test(text)).length;
}

/** What can be said of a diagram without drawing it: each light names a part that is there. */
export function diagramLaws(diagram: Diagram): readonly Finding[] {
  const where = ['diagram', diagram.id];
  const first = diagram.mermaid.split('\n')[0] ?? '';
  const begins = isSequence(diagram) || /^flowchart (LR|RL|TB|TD|BT)\s*$/.test(first);
  return [
    ...(begins
      ? []
      : [broken(where, 'expected sequenceDiagram or a flowchart with its direction in the first line')]),
    ...(isSequence(diagram) ? sequenceLaws(where, diagram) : flowchartLaws(where, diagram)),
  ];
}

function sequenceLaws(where: readonly string[], { mermaid, lights }: Diagram): readonly Finding[] {
  const messages = messageCount(mermaid);
  return lights.flatMap(({ message }) =>
    message !== undefined && message <= messages
      ? []
      : [broken(where, `expected a light to name one of ${messages} messages, found ${message ?? 'none'}`)],
  );
}

function flowchartLaws(where: readonly string[], { mermaid, lights }: Diagram): readonly Finding[] {
  const { nodes, edges } = flowParts(mermaid);
  const ends = [...new Set(edges.flatMap((edge) => edge.split(' ')))];
  const strangers = ends.filter((end) => !nodes.includes(end));
  return [
    ...strangers.map((end) => broken(where, `the edge's end ${end} is no node`)),
    ...lights.flatMap(({ node, edge }) => {
      const named = node ?? edge?.join(' ');
      const isThere = node === undefined ? edge && edges.includes(edge.join(' ')) : nodes.includes(node);
      return isThere && (node === undefined || edge === undefined)
        ? []
        : [
            broken(
              where,
              `expected a light to name one node or edge that is drawn, found ${named ?? 'none'}`,
            ),
          ];
    }),
  ];
}
