import { needs } from '../../base';
import type { Cloud } from '../../cloud';
import { type KeyRecord, keys } from '../../kms';
import { accessCheckView, plainly } from '../access';
import { keyLabelOf } from '../key-label';
import { regionality } from '../map/map';
import type { WhoCanCellView, WhoCanDetailView, WhoCanQuestion, WhoCanRowView, WhoCanView } from '../model';
import { writeDrafts } from '../policies/drafts';
import { everyone, type Someone, someoneOf } from '../policies/principals';
import { kebab } from '../words';
import {
  type Asking,
  askingOf,
  cellOf,
  type Judge,
  KEY_MEMBERS,
  kmsOperation,
  NO_ALIAS,
  perAlias,
  shortReason,
  supposedBy,
  verdictOf,
} from './cells';
import { columnsFor, OPERATION_GROUPS } from './columns';

/** Everyone and what they may do to a key, or one principal and what it may do to every key. */
export function whoCanView(cloud: Cloud, question: Omit<WhoCanQuestion, 'at'>): WhoCanView {
  const { about, drafts = [] } = question;
  const subject =
    about.kind === 'key'
      ? keyTable(cloud, about.key, question)
      : principalTable(cloud, about.principal, question);
  const rows = cloud.supposing((judge) => {
    const before = drafts.length > 0 ? subject.rows.map((row) => cellsOf(judge, row)) : undefined;
    writeDrafts(cloud.world, drafts);
    return subject.rows.map((row, r): WhoCanRowView => {
      const cells = cellsOf(judge, row).map((cell, c) => withBefore(cell, before?.[r]?.[c]));
      return { ...row.heading, cells };
    });
  });
  const changes = rows
    .flatMap(({ cells }) => cells)
    .filter(({ verdict, before }) => before !== undefined && before !== verdict);
  return {
    title: subject.title,
    columns: subject.columns,
    rows,
    changes: changes.length,
    groups: OPERATION_GROUPS,
  };
}

interface Row {
  readonly heading: Omit<WhoCanRowView, 'cells'>;
  readonly someone: Someone;
  readonly askings: readonly Asking[];
}

interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

function cellsOf(judge: Judge, { someone, askings }: Row): readonly WhoCanCellView[] {
  return askings.map((asking) => cellOf(judge, someone, asking));
}

function withBefore(cell: WhoCanCellView, before: WhoCanCellView | undefined): WhoCanCellView {
  return before ? { ...cell, before: before.verdict } : cell;
}

function keyTable(cloud: Cloud, arn: string, { operations }: Omit<WhoCanQuestion, 'at'>): Table {
  const key = keyNamed(cloud, arn);
  const columns = operations ?? columnsFor([key]);
  const askings = columns.map((name) => askingOf(cloud.world, kmsOperation(cloud, name), key));
  const rows = everyone(cloud.world).map(
    (someone): Row => ({ heading: headingOf(someone), someone, askings }),
  );
  return { title: `Who can use ${keyLabelOf(cloud.world, key)}`, columns, rows };
}

function headingOf({ id, label, account, kind }: Someone): Row['heading'] {
  return { id, label, account, kind };
}

function principalTable(cloud: Cloud, id: string, { operations }: Omit<WhoCanQuestion, 'at'>): Table {
  const someone = someoneOf(cloud.world, id);
  needs(someone, `there is a principal ${id}`);
  const all = cloud.world.table(keys).all();
  const columns = operations ?? columnsFor(all);
  const named = columns.map((name) => kmsOperation(cloud, name));
  const rows = all.map((key): Row => {
    const heading = {
      id: key.arn,
      label: keyLabelOf(cloud.world, key),
      account: key.account,
      kind: regionality(key),
    };
    return { heading, someone, askings: named.map((operation) => askingOf(cloud.world, operation, key)) };
  });
  return { title: `What ${someone.label} can do`, columns, rows };
}

export function keyNamed({ world }: Pick<Cloud, 'world'>, arn: string): KeyRecord {
  const key = world.table(keys).get(arn);
  needs(key, `there is a key ${arn}`);
  return key;
}

/** One cell with everything that was looked at. */
export function whoCanDetail(
  cloud: Cloud,
  {
    principal,
    operation,
    key,
  }: { readonly principal: string; readonly operation: string; readonly key: string },
  drafts: WhoCanQuestion['drafts'] = [],
): WhoCanDetailView {
  const someone = someoneOf(cloud.world, principal);
  needs(someone, `there is a principal ${principal}`);
  const asking = askingOf(cloud.world, kmsOperation(cloud, operation), keyNamed(cloud, key));
  return cloud.supposing((judge) => {
    writeDrafts(cloud.world, drafts);
    const cell = cellOf(judge, someone, asking);
    const { alias, asked } = explainedOf(judge, someone, asking);
    const { checks } = judge(asking.operation, supposedBy(someone, asked));
    const { verdict, because } = cellOf(judge, someone, asked);
    const request = { principal, operation, key, alias };
    const command = commandOf(asked);
    const deciding = checks.find(
      ({ decision }) => verdictOf(decision) === verdict && shortReason(decision) === because,
    );
    if (!deciding || cell.verdict === 'never') {
      return { request, command, ...cell, because: unaskedWords(cell), layers: [] };
    }
    const explanation = deciding.explain();
    const { layers } = accessCheckView(cloud, { ...explanation, check: deciding.check }, someone.principal);
    const isMixed = cell.because !== because;
    const sentences = [
      ...(isMixed ? [`Of its aliases ${cell.because}.`] : []),
      ...(asking.aliases ? [`Asked of ${resourceWords(deciding.check.resource)}:`] : []),
      plainly(explanation.explain, true),
    ];
    const { depends } = cell;
    return { request, command, verdict: cell.verdict, because: sentences.join(' '), depends, layers };
  });
}

/** `\`alias/app\``, `the key` */
function resourceWords(arn: string): string {
  const name = arn.slice(arn.lastIndexOf(':') + 1);
  return name.startsWith('alias/') ? `\`${name}\`` : 'the key';
}

/** The question that a cell is explained by: of several aliases the first that is refused. */
function explainedOf(
  judge: Judge,
  someone: Someone,
  asking: Asking,
): { readonly asked: Asking; readonly alias?: string } {
  const each = perAlias(asking);
  const asked = each.find((one) => cellOf(judge, someone, one).verdict === 'refused') ?? each[0];
  return asked ? { asked, alias: String(asked.input.AliasName) } : { asked: asking };
}

/** The request with what it says about keys and aliases; the rest is up to whoever types it. */
function commandOf({ operation, region, input }: Asking): string {
  const named = Object.entries(input).filter(([name]) => NAMES.has(name));
  const options = named.map(([name, value]) => `--${kebab(name)} ${value}`);
  return [`aws kms ${kebab(operation.name)} --region ${region}`, ...options].join(' ');
}

const NAMES: ReadonlySet<string> = new Set([...KEY_MEMBERS, 'AliasName']);

function unaskedWords({ verdict, because }: WhoCanCellView): string {
  if (verdict !== 'never') return BY_GRANT;
  return because === NO_ALIAS ? 'The key has no alias that could be changed or deleted.' : NEVER;
}

const BY_GRANT = 'No permission on the key is asked for: the grant that is retired says who may retire it.';
const NEVER = 'This operation works inside the account of the key only, whatever the policies say.';
