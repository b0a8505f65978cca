import type { LayerName, Layers, NamedPolicy, PolicyRequest } from './request';
import { hasSessionCap } from './states';

/** The policies of one layer, by level; a layer without levels has one. */
export type OrderedLayer = {
  readonly layer: LayerName;
  /** Undefined: the layer does not apply. */
  readonly levels?: readonly (readonly NamedPolicy[])[];
  readonly hasLevels: boolean;
};

/** The policy layers of a request in the order AWS considers them. fact: authorization 2 */
export function layersInOrder(request: PolicyRequest, layers: Layers): OrderedLayer[] {
  const single = (layer: LayerName, policy: NamedPolicy | undefined): OrderedLayer => ({
    layer,
    levels: policy && [[policy]],
    hasLevels: false,
  });
  const session = hasSessionCap(request, layers) ? [layers.session ?? []] : undefined;
  return [
    { layer: 'rcp', levels: layers.rcp, hasLevels: true },
    { layer: 'scp', levels: layers.scp, hasLevels: true },
    single('endpoint', layers.endpoint),
    single('resource', layers.resourcePolicy),
    { layer: 'identity', levels: [layers.identity], hasLevels: false },
    single('boundary', layers.boundary),
    { layer: 'session', levels: session, hasLevels: false },
  ];
}
