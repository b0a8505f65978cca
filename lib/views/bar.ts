import { isLoad } from '../cloud';
import type { ShellSnapshot } from '../run';
import { thingOf } from './compare';
import type { ClockView, DueView, IdentityView, WorkspaceBarView } from './model';
import { type AwsCommit, isDue, type Scene } from './scene';
import { callerName, dayAndTime, shortId, stretch } from './words';

/** Environment variables that say who asks, and where. */
const PROFILE_VARIABLE = 'AWS_PROFILE';
const KEY_VARIABLE = 'AWS_ACCESS_KEY_ID';
const REGION_VARIABLES = ['AWS_REGION', 'AWS_DEFAULT_REGION'] as const;
/** What the aws command uses where no profile is named. */
const DEFAULT_PROFILE = 'default';
/** Stands in the identity switch for credentials that were exported by hand. */
const EXPORTED = 'exported credentials';
const FORGET_EXPORTED = 'unset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN; ';

/** The Region the console asks, as far as its variables say. */
function regionOf(shell: ShellSnapshot | undefined, otherwise: string): string {
  for (const name of REGION_VARIABLES) {
    const region = shell?.env[name];
    if (region) return region;
  }
  return otherwise;
}

export function barView(scene: Scene, shell: ShellSnapshot | undefined): WorkspaceBarView {
  const { lesson } = scene;
  const region = regionOf(shell, lesson.region);
  const regions = [...new Set([...lesson.regions, ...(lesson.moreRegions ?? []), region])];
  const exported = exportedIdentity(scene, shell, region);
  const known = lesson.identities.map(
    ({ profile, name, account, note }): IdentityView => ({
      id: profile,
      name,
      account,
      note,
      command: `${exported ? FORGET_EXPORTED : ''}export ${PROFILE_VARIABLE}=${profile}`,
    }),
  );
  return {
    crumbs: lesson.crumbs,
    title: lesson.title,
    identities: exported ? [...known, exported] : known,
    identity: exported ? exported.id : (shell?.env[PROFILE_VARIABLE] ?? DEFAULT_PROFILE),
    regions: regions.map((one) => ({ region: one, command: `export AWS_REGION=${one}` })),
    region,
    clock: clockView(scene),
  };
}

/** Credentials in variables win over profiles, as in the aws command. */
function exportedIdentity(
  scene: Scene,
  shell: ShellSnapshot | undefined,
  region: string,
): IdentityView | undefined {
  const credentials = shell?.env[KEY_VARIABLE];
  if (!credentials) return undefined;
  const reply = scene.cloud.ask(
    { service: 'sts', operation: 'GetCallerIdentity', region, credentials, input: {} },
    false,
  );
  if (!reply.ok)
    return { id: EXPORTED, name: 'unknown credentials', account: 'no account', note: 'from variables' };
  const { Arn = '', Account = '' } = reply.output as { Arn?: string; Account?: string };
  return {
    id: EXPORTED,
    name: callerName({ type: 'user', arn: Arn }),
    account: Account,
    note: 'from variables',
  };
}

function clockView(scene: Scene): ClockView {
  return { label: dayAndTime(scene.atMs, scene.world.startMs), due: dueView(scene) };
}

const CLOCK_COMMAND = /^lab clock\b/;

/** What the last cell brought about, when it moved the clock by command; only in the present. */
function dueView({ line, world, position, now }: Scene): DueView | undefined {
  const cell = line.cells.at(-1);
  if (!cell || position !== now || !CLOCK_COMMAND.test(cell.source)) return undefined;
  const from = line.ends.at(-2) ?? 0;
  const items = world.log
    .since(from)
    .filter((commit) => isDue(commit) && !isLoad(commit))
    .map(dueSentence);
  return { skipped: stretch(cell.toMs - cell.fromMs), items };
}

type Named = Readonly<Record<string, unknown>>;

/** One sentence on what came due. */
function dueSentence({ request, changes }: AwsCommit): string {
  const { table, id } = request.input as { readonly table: string; readonly id: string };
  const change = changes.find((one) => one.table === table && one.id === id) ?? changes[0];
  const before = change?.before as Named | undefined;
  const after = change?.after as Named | undefined;
  const what = `${thingOf(table)} ${nameOf(after ?? before, id)}`;
  if (!change) return `${capital(what)}: nothing changed.`;
  if (!after) return `${capital(what)} is gone.`;
  const states = ['state', 'status']
    .map((name) => [before?.[name], after[name]] as const)
    .find(([a, b]) => a !== b);
  if (states) return `${capital(what)} went from ${String(states[0] ?? 'nothing')} to ${String(states[1])}.`;
  if (before?.currentMaterialId !== after.currentMaterialId)
    return `${capital(what)} was rotated: it has new key material.`;
  return `${capital(what)} changed.`;
}

function nameOf(record: Named | undefined, id: string): string {
  const name = record?.name ?? record?.keyId ?? id;
  const region = typeof record?.region === 'string' ? ` in ${record.region}` : '';
  return `${/^(mrk-)?[0-9a-f-]{32,}$/.test(String(name)) ? shortId(String(name)) : name}${region}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
