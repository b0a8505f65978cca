import { byCodeUnit, canonicalText, encodeBase64, isObject } from '../base';
import { type Difference, differences } from '../run';
import type { ChangedMemberView, ChangeView, CompareView, MomentView } from './model';
import { placeOf, type Scene } from './scene';
import { operationWords } from './timeline';
import { shortId, timeOfDay } from './words';

/** Tables of bookkeeping: what differs there is no thing of the learner's. */
const BOOKKEEPING = new Set(['quota-buckets']);

const LONGEST_VALUE = 240;

/** Call it while the world stands in its present. */
export function compareView(scene: Scene, from: number, to: number): CompareView {
  const moments = momentViews(scene);
  const at = (position: number) => moments[Math.min(Math.max(0, position), scene.now)] as MomentView;
  const [a, b] = [at(from), at(to)];
  const seqAt = ({ position }: MomentView) => placeOf(scene.line, scene.moments, position).seq;
  const found = differences(scene.world, seqAt(a), seqAt(b)).filter(({ table }) => !BOOKKEEPING.has(table));
  return { from: a, to: b, moments, changes: found.map(changeView) };
}

function momentViews({ moments, world, line }: Scene): readonly MomentView[] {
  const start = line.cells[line.setupCells - 1]?.toMs ?? world.startMs;
  const first: MomentView = { position: 0, label: `the start, ${timeOfDay(start)}` };
  const rest = moments.map(({ first: seq, atMs }, index): MomentView => {
    const commit = world.log.get(seq);
    const what = commit ? operationWords(commit) : 'request';
    return { position: index + 1, label: `request ${index + 1}, ${timeOfDay(atMs)}, ${what}` };
  });
  return [first, ...rest];
}

function changeView({ table, id, before, after }: Difference): ChangeView {
  const record = (after ?? before) as Readonly<Record<string, unknown>>;
  return {
    id: `${table} ${id}`,
    kind: before === undefined ? 'created' : after === undefined ? 'deleted' : 'changed',
    what: thingOf(table),
    name: nameOf(record, id),
    region: typeof record.region === 'string' ? record.region : undefined,
    members: changedMembers(before, after),
  };
}

/** What people call a record of a table. A table that is not listed is called by its own name. */
const THINGS: Readonly<Record<string, string>> = {
  'kms-keys': 'KMS key',
  'kms-aliases': 'alias',
  'kms-materials': 'key material',
  'kms-grants': 'grant',
  'dynamodb-tables': 'table',
  'dynamodb-items': 'item',
  'dynamodb-replication': 'write under way',
  's3-buckets': 'bucket',
  's3-objects': 'object',
  's3-versions': 'object version',
  's3-replication': 'copy under way',
  's3-bucket-keys': 'bucket-level key',
  'iam-users': 'user',
  'iam-roles': 'role',
  'iam-policies': 'policy',
  'sts-sessions': 'role session',
};

export function thingOf(table: string): string {
  return THINGS[table] ?? table.replaceAll('-', ' ');
}

const NAME_MEMBERS = ['name', 'userName', 'roleName', 'key', 'keyId', 'materialId', 'sessionName'] as const;

function nameOf(record: Readonly<Record<string, unknown>>, id: string): string {
  for (const member of NAME_MEMBERS) {
    const value = record[member];
    if (typeof value === 'string' && value !== '')
      return /^(mrk-)?[0-9a-f-]{32,}$/.test(value) ? shortId(value) : value;
  }
  return id;
}

/** Members that repeat what the name says, or are the lab's own bookkeeping. */
const UNSAID = new Set(['arn', 'tag', 'ordinal']);
const EMPTY = new Set(['', '[]', '{}']);

function changedMembers(before: object | undefined, after: object | undefined): readonly ChangedMemberView[] {
  const [old, now] = [flat(before), flat(after)];
  const names = [...new Set([...old.keys(), ...now.keys()])].sort(byCodeUnit);
  return names
    .map((member) => ({ member, before: old.get(member), after: now.get(member) }))
    .filter((one) => one.before !== one.after && !UNSAID.has(one.member))
    .filter((one) => !(one.before === undefined && EMPTY.has(one.after ?? '')))
    .filter((one) => !(one.after === undefined && EMPTY.has(one.before ?? '')));
}

/** The members of a record with their values as text; members of objects by their path. */
function flat(record: object | undefined, path = '', into = new Map<string, string>()): Map<string, string> {
  for (const [name, value] of Object.entries(record ?? {})) {
    const member = path === '' ? name : `${path}.${name}`;
    if (isObject(value) && Object.keys(value).length > 0) flat(value, member, into);
    else if (value !== undefined) into.set(member, valueText(name, value));
  }
  return into;
}

function valueText(name: string, value: unknown): string {
  if (typeof value === 'number' && name.endsWith('Ms'))
    return new Date(value).toISOString().replace('.000Z', 'Z');
  const text =
    typeof value === 'string'
      ? value
      : value instanceof Uint8Array
        ? encodeBase64(value)
        : canonicalText(value);
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}
