import type { WhyView } from './model';
import { accessRules } from './why-access';
import type { Explanation, Refused } from './why-case';
import { keyRules } from './why-keys';
import { otherRules } from './why-others';

/** By AWS's name of the exception: the first explanation that fits is the one shown. */
const RULES: Readonly<Record<string, readonly Explanation[]>> = {
  ...otherRules,
  ...keyRules,
  ...accessRules,
};

/** Why a request was refused, in one plain sentence, with the way to mend it. */
export function whyOf(refused: Refused): WhyView {
  for (const explain of RULES[refused.refusal.name] ?? []) {
    const why = explain(refused);
    if (why) return why;
  }
  return { sentence: refused.refusal.message ?? `AWS answers \`${refused.refusal.name}\` and says no more.` };
}
