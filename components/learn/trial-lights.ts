import type { TrialRule } from '../../lib/views';

/** Mermaid names a node `<picture>-flowchart-<node>-<n>`, an edge `L_<from>_<to>_<n>`, and counts messages from i0. */
export function selectorOf({ node, edge, message }: Pick<TrialRule, 'node' | 'edge' | 'message'>): string {
  if (node !== undefined) return `g.node[id*="-flowchart-${node}-"]`;
  if (edge) return `path[data-id^="L_${edge[0]}_${edge[1]}_"]`;
  return `[data-et="message"][data-id="i${(message ?? 0) - 1}"]`;
}
