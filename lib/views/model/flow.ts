/** A flowchart, drawn once; afterwards only its lights change. */
export interface FlowView {
  /** Stable: a new id draws a new picture. */
  readonly id: string;
  readonly title: string;
  /** Mermaid flowchart text with every node it can have. */
  readonly mermaid: string;
  readonly lights: readonly FlowLightView[];
  /** The same in words, one sentence per line. */
  readonly twin: readonly string[];
}

export type FlowLight = 'lit' | 'refused' | 'waiting';

export type FlowLightView =
  | { readonly kind: 'node'; readonly node: string; readonly light: FlowLight }
  | { readonly kind: 'edge'; readonly from: string; readonly to: string; readonly light: FlowLight };

/** What just happened, as a Mermaid sequence diagram. */
export interface SequenceView {
  readonly title: string;
  /** Mermaid sequenceDiagram text; empty when nothing happened yet. */
  readonly mermaid: string;
  readonly messages: readonly SequenceMessageView[];
}

export interface SequenceMessageView {
  readonly from: string;
  readonly to: string;
  readonly text: string;
  readonly light?: FlowLight;
  readonly requestId?: string;
}
