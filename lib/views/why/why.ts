import type { WhyView } from '../model';
import { accessRules } from './why-access';
import type { Explanation, Refused } from './why-case';
import { importRules } from './why-imported';
import { keyRules } from './why-keys';
import { limitRules } from './why-limits';
import { nameRules } from './why-names';
import { otherRules } from './why-others';
import { signatureRules } from './why-signed';
import { storeRules } from './why-stores';

const FAMILIES = [
  importRules,
  keyRules,
  accessRules,
  nameRules,
  signatureRules,
  limitRules,
  storeRules,
  otherRules,
];

/** By AWS's name of the exception: the first explanation that fits is the one shown. */
function explanationsOf(name: string): readonly Explanation[] {
  return FAMILIES.flatMap((rules) => rules[name] ?? []);
}

/** Why a request was refused, in one plain sentence, with the way to mend it. */
export function whyOf(refused: Refused): WhyView {
  for (const explain of explanationsOf(refused.refusal.name)) {
    const why = explain(refused);
    if (why) return why;
  }
  return { sentence: refused.refusal.message ?? `AWS answers \`${refused.refusal.name}\` and says no more.` };
}
