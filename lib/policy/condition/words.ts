import type { ParsedOperator } from './operators';

/** How a sentence introduces the values an operator wants; operators of plain equality need no words. */
const WANTS: Readonly<Record<string, string>> = {
  StringEqualsIgnoreCase: 'in any letter case',
  StringNotEqualsIgnoreCase: 'in any letter case',
  StringLike: 'something like',
  StringNotLike: 'something like',
  ArnEquals: 'something like',
  ArnLike: 'something like',
  ArnNotEquals: 'something like',
  ArnNotLike: 'something like',
  NumericLessThan: 'less than',
  NumericLessThanEquals: 'at most',
  NumericGreaterThan: 'more than',
  NumericGreaterThanEquals: 'at least',
  DateLessThan: 'before',
  DateLessThanEquals: 'at or before',
  DateGreaterThan: 'after',
  DateGreaterThanEquals: 'at or after',
  IpAddress: 'an address inside',
  NotIpAddress: 'an address inside',
};

/** "`a`, `b`": the back quotes mark what stands in the policy or the request word for word. */
export function quoteAll(texts: readonly string[]): string {
  return texts.map((text) => `\`${text}\``).join(', ');
}

/** "anything but `a`", "one of `a`, `b`", "at most `7`". */
export function describeWanted(operator: ParsedOperator, wanted: readonly string[]): string {
  const words = WANTS[operator.name];
  const list = wanted.length > 1 ? `one of ${quoteAll(wanted)}` : quoteAll(wanted);
  const positive = wanted.length === 0 ? 'a value of an empty list' : words ? `${words} ${list}` : list;
  return operator.definition.negated ? `anything but ${positive}` : positive;
}

/** The subject of a sentence: "`k` was `a`", or with a set operator "every value of `k` (`a`, `b`)". */
export function describeFound(key: string, values: readonly string[]): string {
  return values.length === 1
    ? `\`${key}\` was ${quoteAll(values)}`
    : `\`${key}\` had the values ${quoteAll(values)}`;
}

/** "ForAnyValue:StringLikeIfExists", in the spelling of AWS. */
export function spellOperator({ qualifier, name, ifExists }: ParsedOperator): string {
  return `${qualifier ? `${qualifier}:` : ''}${name}${ifExists ? 'IfExists' : ''}`;
}
