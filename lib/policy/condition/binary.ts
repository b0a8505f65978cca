import { decodeBase64, encodeBase64 } from '../../base';
import type { Test } from '../matching/wildcard';
import type { Operators } from './operator';

/** Both sides are base64 texts; what counts are the bytes behind them. fact: authorization 6 */
export const binaryOperators: Operators = {
  BinaryEquals: { family: 'Binary', negated: false, variables: false, reads: 'text', prepare: prepareBinary },
};

/** The one spelling of these bytes, or undefined when the text is no base64. */
function canonicalBase64(text: string): string | undefined {
  const bytes = decodeBase64(text);
  return bytes && encodeBase64(bytes);
}

function prepareBinary(text: string): Test | undefined {
  const wanted = canonicalBase64(text);
  return wanted === undefined ? undefined : (value) => canonicalBase64(value) === wanted;
}
