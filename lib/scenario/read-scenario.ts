import { type Document, isScalar, parseDocument, visit } from 'yaml';
import type * as z from 'zod';
import { bad, fitted, type Read } from '../reading';
import { BOUNDS, type Scenario, scenarioSchema } from './schema';

/** Reads a scenario file (YAML, so JSON as well). A stranger's file is read as strictly as our own. */
export function readScenario(text: string): Read<Scenario> {
  return readContent('scenario', text, scenarioSchema);
}

/** Takes a value that was read before for a scenario, if it is one. */
export function toScenario(value: unknown): Read<Scenario> {
  return fitted('scenario', value, scenarioSchema);
}

/** @param what names the thing in problems: `scenario`, `quiz item`. */
export function readContent<T>(what: string, text: string, schema: z.ZodType<T>): Read<T> {
  if (text.length > BOUNDS.fileLength) {
    const most = `at most ${BOUNDS.fileLength.toLocaleString('en-US')} characters`;
    return bad(what, most, `${text.length.toLocaleString('en-US')} characters`);
  }
  const document = parseDocument(text, { logLevel: 'error' });
  const [fault] = document.errors;
  if (fault) return bad(what, 'YAML', firstLine(fault));
  const cut = sentenceCutByComment(document, text);
  if (cut !== undefined) return bad(what, 'quotes around a text with " #", which begins a comment', cut);
  try {
    return fitted(what, document.toJS({ maxAliasCount: 20 }), schema);
  } catch (error) {
    return bad(what, 'YAML', firstLine(error));
  }
}

function firstLine(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
}

/** A bare sentence that goes on behind ` #`, as in `say: It speaks PKCS #11.`: YAML would drop its end without a word. */
function sentenceCutByComment(document: Document, text: string): string | undefined {
  let found: string | undefined;
  visit(document, {
    Scalar: (_key, node) => {
      if (!isScalar<unknown>(node) || node.type !== 'PLAIN' || !node.range) return undefined;
      const { value, range } = node;
      if (typeof value !== 'string' || !value.includes(' ')) return undefined;
      const [end] = text.slice(range[1]).split('\n', 1);
      if (!end || !/^[ \t]+#/.test(end)) return undefined;
      found = `"${value}${end}"`;
      return visit.BREAK;
    },
  });
  return found;
}
