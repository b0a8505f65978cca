import { type KeyRecord, keys } from '../kms';
import { isUsable } from './map/envelopes';
import { aliasesOf, regionality, sealsOfKey } from './map/map';
import type { KeyActionView, KeyRowView, KeysView } from './model';
import type { Scene } from './scene';

export function keysView(scene: Scene): KeysView {
  const all = scene.world.table(keys).all();
  const regions = [...new Set([...scene.lesson.regions, ...all.map(({ region }) => region).sort()])];
  return {
    regions: regions.map((region) => ({
      region,
      keys: newestOf(all.filter((key) => key.region === region)).map((key) => keyRow(scene, key)),
    })),
  };
}

/** More rows than anyone reads are not made. */
const MOST_ROWS = 100;

/** In the order of their making, the newest where there are too many. */
export function newestOf(keysHere: readonly KeyRecord[]): readonly KeyRecord[] {
  return [...keysHere].sort((a, b) => a.createdAtMs - b.createdAtMs).slice(-MOST_ROWS);
}

function keyRow(scene: Scene, key: KeyRecord): KeyRowView {
  return {
    arn: key.arn,
    keyId: key.keyId,
    aliases: aliasesOf(scene, key).map(({ name }) => name),
    keyState: key.state,
    usable: isUsable(key),
    regionality: regionality(key),
    keySpec: key.keySpec,
    seals: sealsOfKey(scene, key),
    actions: key.manager === 'CUSTOMER' ? actionsOn(key) : [],
  };
}

/** What one may do to a key in its state, each as the command it stands for. */
function actionsOn(key: KeyRecord): readonly KeyActionView[] {
  const command = (name: string, more = '') =>
    `aws kms ${name} --region ${key.region} --key-id ${key.keyId}${more}`;
  const action = (id: string, label: string, more?: string): KeyActionView => ({
    id,
    label,
    command: command(id, more),
  });
  if (key.state === 'PendingDeletion') return [action('cancel-key-deletion', 'Cancel the deletion')];
  if (key.state === 'Disabled')
    return [
      action('enable-key', 'Enable'),
      action('schedule-key-deletion', 'Schedule deletion in 7 days', ' --pending-window-in-days 7'),
    ];
  if (key.state !== 'Enabled') return [];
  return [
    action('describe-key', 'Describe'),
    action('disable-key', 'Disable'),
    ...(isRotatable(key) ? rotations(key, action) : []),
    action('schedule-key-deletion', 'Schedule deletion in 7 days', ' --pending-window-in-days 7'),
  ];
}

/** fact: kms-engine 6.1: symmetric keys with material of AWS's making; of a multi-Region set only the primary. */
function isRotatable(key: KeyRecord): boolean {
  return key.keySpec === 'SYMMETRIC_DEFAULT' && key.origin === 'AWS_KMS' && key.multiRegion !== 'REPLICA';
}

function rotations(
  key: KeyRecord,
  action: (id: string, label: string) => KeyActionView,
): readonly KeyActionView[] {
  const yearly = key.rotation
    ? action('disable-key-rotation', 'Turn automatic rotation off')
    : action('enable-key-rotation', 'Turn automatic rotation on');
  return [action('rotate-key-on-demand', 'Rotate now'), yearly];
}
