import { withBracedArguments } from './braced-arguments';
import { withExpandedNames } from './expanded-names';
import { withGuardedLists } from './guarded-lists';
import { withShownFunctions } from './shown-functions';
import type { ScriptNode } from './syntax';

/** A script in words that the library carries out as bash would. @param mayFail whether `set -e` may be on. */
export function mendedScript(script: ScriptNode, mayFail: boolean): ScriptNode {
  const mended = withShownFunctions(withExpandedNames(withBracedArguments(script)));
  return mayFail ? withGuardedLists(mended) : mended;
}
