import { addressFragment, compression } from '../platform';
import { fromShareText, problemSentence } from '../run';
import { labPath, SANDBOX_PATH } from '../views';

const SANDBOX = 'sandbox';

export type LinkTarget =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly problem: string };

/** The address of the lab that a share link belongs to, with the run still in it. */
export async function whereLinkLeads(labs: readonly string[]): Promise<LinkTarget> {
  const fragment = addressFragment();
  if (fragment === '')
    return { ok: false, problem: 'The address carries no run: what follows the # is missing.' };
  const read = await fromShareText(fragment, compression);
  if (!read.ok) return { ok: false, problem: problemSentence(read.problem) };
  const { scenario } = read.value;
  if (scenario === SANDBOX) return { ok: true, value: `${SANDBOX_PATH}#${fragment}` };
  if (labs.includes(scenario)) return { ok: true, value: `${labPath(scenario)}#${fragment}` };
  return {
    ok: false,
    problem: `The run belongs to the lab “${scenario}”, which this version of the product does not have.`,
  };
}
