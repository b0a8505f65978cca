/** An expression, taken apart. */
export type Node =
  | { readonly kind: 'field'; readonly name: string }
  | { readonly kind: 'literal'; readonly value: unknown }
  | { readonly kind: 'current' | 'identity' }
  | { readonly kind: 'index'; readonly index: number }
  | { readonly kind: 'slice'; readonly parts: readonly (number | undefined)[] }
  | { readonly kind: 'subexpression' | 'pipe'; readonly left: Node; readonly right: Node }
  | { readonly kind: 'reference'; readonly of: Node }
  | { readonly kind: 'list'; readonly items: readonly Node[] }
  | { readonly kind: 'hash'; readonly members: readonly (readonly [string, Node])[] }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Node[] }
  | ItemsNode
  | JudgingNode;

/** Asks something of each item of a list. */
export type ItemsNode =
  | { readonly kind: 'flatten'; readonly of: Node }
  | { readonly kind: 'projection'; readonly left: Node; readonly right: Node }
  | { readonly kind: 'values'; readonly left: Node; readonly right: Node }
  | { readonly kind: 'filter'; readonly left: Node; readonly right: Node; readonly condition: Node };

/** Holds values for true or false. */
export type JudgingNode =
  | { readonly kind: 'or' | 'and'; readonly left: Node; readonly right: Node }
  | { readonly kind: 'compare'; readonly operator: string; readonly left: Node; readonly right: Node }
  | { readonly kind: 'not'; readonly of: Node };
