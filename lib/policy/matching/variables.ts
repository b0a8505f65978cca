import type { PolicyVersion } from '../document/document';
import type { Context } from './context';
import { readLiteral, readWildcards } from './wildcard';

/** A text with policy variables, split where they stand. fact: authorization 5. */
export type Template = {
  readonly parts: readonly TemplatePart[];
  /** Whether it reads no context key. */
  readonly isConstant: boolean;
};

type TemplatePart =
  | { readonly kind: 'text'; readonly text: string }
  /** `${*}`, `${?}` or `${$}`: the character itself, never a wildcard. */
  | { readonly kind: 'character'; readonly text: string }
  | {
      readonly kind: 'variable';
      readonly key: string;
      readonly lowerKey: string;
      readonly fallback?: string;
    };

/** Why a variable has no value. A key with several values has none either: only single-valued keys may be used. */
export type Unresolved = { readonly state: 'absent' | 'unknown'; readonly key: string };

const VARIABLE = /\$\{(?:([*?$])|\s*([^{}',]+?)\s*(?:,\s*'([^'{}]*)'\s*)?)\}/g;

/** Splits a text; in version 2008-10-17 everything is plain text. What looks like a broken variable is plain too. */
export function parseTemplate(text: string, version: PolicyVersion): Template {
  if (version === '2008-10-17') return { parts: [{ kind: 'text', text }], isConstant: true };
  const parts: TemplatePart[] = [];
  let from = 0;
  for (const found of text.matchAll(VARIABLE)) {
    const [whole, character, key, fallback] = found;
    parts.push({ kind: 'text', text: text.slice(from, found.index) });
    if (character !== undefined) parts.push({ kind: 'character', text: character });
    else if (key !== undefined) parts.push({ kind: 'variable', key, lowerKey: key.toLowerCase(), fallback });
    from = found.index + whole.length;
  }
  parts.push({ kind: 'text', text: text.slice(from) });
  return { parts, isConstant: parts.every((part) => part.kind !== 'variable') };
}

/** The text with all variables filled in; wildcards stay the characters they are. */
export function expandText(template: Template, context: Context): string | Unresolved {
  let text = '';
  for (const part of template.parts) {
    const value = resolvePart(part, context);
    if (typeof value !== 'string') return value;
    text += value;
  }
  return text;
}

/** The pattern with all variables filled in. A wildcard inside a variable's value is an ordinary character. */
export function expandPattern(template: Template, context: Context): number[] | Unresolved {
  const tokens: number[] = [];
  for (const part of template.parts) {
    const value = resolvePart(part, context);
    if (typeof value !== 'string') return value;
    for (const token of part.kind === 'text' ? readWildcards(value) : readLiteral(value)) tokens.push(token);
  }
  return tokens;
}

export function isUnresolved(expansion: string | readonly number[] | Unresolved): expansion is Unresolved {
  return typeof expansion === 'object' && 'state' in expansion;
}

/** The context that constant templates are expanded with: they ask it nothing. */
export const noContext: Context = { read: () => 'absent' };

function resolvePart(part: TemplatePart, context: Context): string | Unresolved {
  if (part.kind !== 'variable') return part.text;
  const state = context.read(part.lowerKey);
  if (state === 'unknown') return { state, key: part.key };
  if (state === 'absent') return part.fallback ?? { state, key: part.key };
  return state.length === 1 && state[0] !== undefined ? state[0] : { state: 'absent', key: part.key };
}
