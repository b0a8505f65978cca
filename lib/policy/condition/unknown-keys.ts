import { type Context, mergeKeys } from '../matching/context';
import { expandText, isUnresolved } from '../matching/variables';
import type { CompiledCondition } from './condition';

/** The keys that would settle a condition that depends: its own, or those of its variables. */
export function unknownConditionKeys(
  { source, lowerKey, values }: CompiledCondition,
  context: Context,
): readonly string[] {
  if (context.read(lowerKey) === 'unknown') return [source.key];
  const variables = values.flatMap(({ template }) => {
    const expansion = expandText(template, context);
    return isUnresolved(expansion) && expansion.state === 'unknown' ? [expansion.key] : [];
  });
  return mergeKeys([variables]);
}
