import type { Cloud } from '../../cloud';
import { keyLabelOf } from '../key-label';
import type { KeeperView, KeyCareView, PolicyDraft, WhoCanCellView } from '../model';
import { writeDrafts } from '../policies/drafts';
import { everyone, type Someone } from '../policies/principals';
import { askingOf, cellOf, kmsOperation } from '../who-can/cells';
import { keyNamed } from '../who-can/who-can';

const REPAIR = 'PutKeyPolicy';
const ADMINISTRATION = [
  REPAIR,
  'CreateGrant',
  'EnableKey',
  'DisableKey',
  'ScheduleKeyDeletion',
  'CancelKeyDeletion',
  'EnableKeyRotation',
] as const;

/** Who can still look after a key, and whether it can be repaired at all; with drafts, were they stored. */
export function keyCareView(cloud: Cloud, arn: string, drafts: readonly PolicyDraft[] = []): KeyCareView {
  const key = keyNamed(cloud, arn);
  const label = keyLabelOf(cloud.world, key);
  const people = everyone(cloud.world).filter(({ account }) => account === key.account);
  const asked = cloud.supposing((judge) => {
    writeDrafts(cloud.world, drafts);
    return people.map((someone) => ({
      someone,
      cells: ADMINISTRATION.map((name) =>
        cellOf(judge, someone, askingOf(cloud.world, kmsOperation(cloud, name), key)),
      ),
    }));
  });
  const views = asked.map(({ someone, cells }) => ({ someone, keeper: keeperOf(someone, cells) }));
  const may = ({ keeper }: (typeof views)[number], operation: string) =>
    keeper.operations.includes(operation);
  const keepers = views.filter((one) => may(one, REPAIR));
  const helpers = views.filter((one) => !may(one, REPAIR) && one.keeper.operations.length > 0);
  const rootCan = keepers.some(({ someone }) => someone.kind === 'root user');
  const state =
    key.manager === 'AWS' || rootCan || keepers.length > 1 ? 'safe' : keepers.length === 1 ? 'one' : 'locked';
  const view = {
    key: arn,
    label,
    state,
    sentence:
      key.manager === 'AWS'
        ? AWS_KEEPS
        : sentenceOf(
            state,
            keepers.map(({ keeper }) => keeper),
            rootCan,
          ),
    keepers: keepers.map(({ keeper }) => keeper),
    helpers: helpers.map(({ keeper }) => keeper),
    rootCan,
    safetyCheck: safetyCheck(keepers.length > 0),
  } as const;
  return { ...view, text: textOf(view) };
}

function keeperOf({ id, label, account }: Someone, cells: readonly WhoCanCellView[]): KeeperView {
  const able = cells.filter(({ verdict }) => verdict === 'allowed' || verdict === 'conditional');
  // Who can repair the policy is shown for that; what the rest hangs on says nothing about it.
  const repair = able.find(({ operation }) => operation === REPAIR);
  const shown = repair ? [repair] : able;
  const first = shown.find(({ verdict }) => verdict === 'allowed') ?? shown[0];
  const conditional = shown.filter(({ verdict }) => verdict === 'conditional');
  return {
    arn: id,
    label,
    account,
    operations: able.map(({ operation }) => operation),
    by: first?.verdict === 'allowed' ? first.because : 'conditions',
    depends: [...new Set(conditional.flatMap(({ depends }) => depends))],
  };
}

const AWS_KEEPS = 'AWS keeps this key: nobody else changes its policy.';

function sentenceOf(state: KeyCareView['state'], [first]: readonly KeeperView[], rootCan: boolean): string {
  if (state === 'locked') {
    return 'Nobody of this account can change the key policy any more: only AWS Support can open it again. Those whom the policy still allows can go on using the key.';
  }
  if (state === 'one') {
    return `Only ${first?.label} can change the key policy. If it is deleted, the key is locked, and a new one of the same name does not match.`;
  }
  return rootCan
    ? 'The root user of the account can always change the key policy: the key cannot be locked by deleting somebody.'
    : 'Several principals can change the key policy; the account root is not among them, so deleting them all would lock the key.';
}

/** fact: authorization 10 (lockout safety check) */
function safetyCheck(passes: boolean): KeyCareView['safetyCheck'] {
  return passes
    ? {
        passes,
        sentence:
          'Storing this policy passes the lockout safety check for whoever may store it: the caller could change it again. The check does not look ahead to deletions.',
      }
    : {
        passes,
        sentence:
          'Nobody could store this policy without `--bypass-policy-lockout-safety-check`: it leaves the caller no way to change it again.',
      };
}

function textOf({
  label,
  sentence,
  keepers,
  helpers,
  safetyCheck: check,
}: Omit<KeyCareView, 'text'>): string {
  const line = ({ label: who, operations, by, depends }: KeeperView) =>
    `- ${who}: ${operations.join(', ')} (${by})${depends.length > 0 ? `, depending on ${depends.join(', ')}` : ''}`;
  return [
    `${label}: ${sentence}`,
    'Can change the key policy:',
    ...(keepers.length > 0 ? keepers.map(line) : ['- nobody']),
    ...(helpers.length > 0 ? ['Can do other administrative work:', ...helpers.map(line)] : []),
    check.sentence,
  ].join('\n');
}
