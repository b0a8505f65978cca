import type { AskedRequest, SuggestionsView, SupposedRequest } from '../model';
import { type AccessLab, APP } from '../policies/access.testkit';
import type { AccessScene } from '../policies/asked';
import { suggestionsView } from './suggest';

function sceneOf({ cloud }: AccessLab): AccessScene {
  const { head } = cloud.world.log;
  const moments = Array.from({ length: head }, (_, i) => ({ first: i + 1, last: i + 1, atMs: 0 }));
  return { cloud, world: cloud.world, moments: moments as unknown as AccessScene['moments'], position: head };
}

export function suggest(lab: AccessLab, request: AskedRequest): SuggestionsView {
  const view = suggestionsView(sceneOf(lab), { request });
  if (!view) throw new Error('there is such a request');
  return view;
}

export function supposed(key: string, more: Partial<SupposedRequest> = {}): AskedRequest {
  return { supposed: { principal: APP, operation: 'Decrypt', key, ...more } };
}
