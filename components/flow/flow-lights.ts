import type { FlowLight, FlowLightView, SequenceMessageView } from '../../lib/views';

/** An element of the drawn picture by its selector, and the class it gets. */
export interface LitSelector {
  readonly selector: string;
  readonly light: FlowLight;
}

/** Mermaid names a node `<picture>-flowchart-<node>-<n>` and an edge `L_<from>_<to>_<n>`. */
export function flowSelectors(lights: readonly FlowLightView[]): readonly LitSelector[] {
  return lights.map((light) =>
    light.kind === 'node'
      ? { selector: `g.node[id*="-flowchart-${light.node}-"]`, light: light.light }
      : { selector: `path[data-id^="L_${light.from}_${light.to}_"]`, light: light.light },
  );
}

/** Mermaid numbers messages `i0`, `i1`, ... in the order of the text. */
export function sequenceSelectors(messages: readonly SequenceMessageView[]): readonly LitSelector[] {
  return messages.flatMap(({ light }, index) =>
    light ? [{ selector: `[data-et="message"][data-id="i${index}"]`, light }] : [],
  );
}
