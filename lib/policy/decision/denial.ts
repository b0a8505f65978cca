import { withArticle } from '../document/problems';
import type { LayerName } from './request';
import type { Decision } from './settle';

/** How AWS calls the kinds of policy in its messages. fact: authorization 11. */
export const layerLabels: Readonly<Record<LayerName, string>> = {
  identity: 'identity-based policy',
  resource: 'resource-based policy',
  boundary: 'permissions boundary',
  session: 'session policy',
  scp: 'service control policy',
  rcp: 'resource control policy',
  endpoint: 'VPC endpoint policy',
};

export type Denial = {
  readonly kind: 'explicit' | 'implicit';
  readonly layer: LayerName;
  /**
   * The end of AWS's message: `because no identity-based policy allows the x:Y action`, or `with an explicit deny in
   * a service control policy`. fact: authorization 11.
   */
  readonly clause: string;
};

/** What an access-denied message is made of; undefined when the request was not refused. */
export function denialOf({ verdict, reason }: Decision, action: string): Denial | undefined {
  if (verdict === 'implicitDeny') {
    const layer = reason as LayerName;
    return {
      kind: 'implicit',
      layer,
      clause: `because no ${layerLabels[layer]} allows the ${action} action`,
    };
  }
  if (verdict !== 'explicitDeny') return undefined;
  const layer = reason.slice('explicit:'.length) as LayerName;
  return { kind: 'explicit', layer, clause: `with an explicit deny in ${withArticle(layerLabels[layer])}` };
}
