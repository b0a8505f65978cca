import type { AwsWorld, Principal } from '../aws';
import {
  type ElementTrace,
  type Explanation,
  type LayerTrace,
  layerLabels,
  type StatementTrace,
} from '../policy';
import { identityPoliciesOf } from '../services/iam';
import { type OrganizationPolicy, organizations } from '../services/organizations';
import { vpcEndpoints } from '../services/vpc';
import type { AccessCheckView, AccessLayerView, NearMissView, PolicyExcerptView } from './model';
import type { Scene } from './scene';

/** What the cloud adds to an explanation: what the decision was about. */
export interface ExplainedCheck extends Explanation {
  readonly check: {
    readonly action: string;
    readonly resource: string;
    readonly account: string;
    readonly resourcePolicy?: string | undefined;
  };
}

/** A layer that would say yes, but for something. */
const NOT_YET: ReadonlySet<LayerTrace['verdict']> = new Set(['implicitDeny', 'depends']);

/** A statement that missed by more than this is no near miss. */
const NEAR = 1;
const MOST_NEAR = 3;

const SAYS: Readonly<Record<LayerTrace['verdict'], AccessLayerView['says']>> = {
  allow: 'allows',
  explicitDeny: 'denies',
  implicitDeny: 'is silent',
  depends: 'depends',
  absent: 'not consulted',
};

/** One thing that had to be allowed, with what each layer of policies said. */
export function accessCheckView(
  scene: Pick<Scene, 'world'>,
  explained: ExplainedCheck,
  principal: Principal | undefined,
): AccessCheckView {
  const { check } = explained;
  const texts = new PolicyTexts(scene, check, principal);
  return {
    action: check.action,
    resource: check.resource,
    verdict: explained.verdict === 'allow' ? 'allowed' : 'refused',
    layers: explained.layers
      .filter((layer) => layer.verdict !== 'absent' || layer.deciding)
      .map((layer) => layerView(layer, texts, isKey(check.resource))),
  };
}

function isKey(resource: string): boolean {
  return resource.includes(':kms:');
}

function layerView(layer: LayerTrace, texts: PolicyTexts, ofKey: boolean): AccessLayerView {
  const deciding = layer.statements.find((statement) => statement.deciding && statement.matched === 'yes');
  return {
    layer: layerWord(layer.layer, ofKey),
    says: SAYS[layer.verdict],
    because: plainly(layer.explain, ofKey),
    deciding: layer.deciding,
    statement: deciding && excerptOf(deciding, texts),
    nearMisses: NOT_YET.has(layer.verdict) ? nearMisses(layer.statements, texts) : [],
  };
}

/** The layer as people call it: the policy on a key is its key policy. */
export function layerWord(layer: LayerTrace['layer'], ofKey: boolean): string {
  if (layer === 'other') return 'grants';
  if (layer === 'resource' && ofKey) return 'key policy';
  return layer === 'identity' ? 'IAM policies' : layerLabels[layer];
}

function nearMisses(statements: readonly StatementTrace[], texts: PolicyTexts): readonly NearMissView[] {
  return statements
    .filter(
      ({ effect, matched, missing }) => effect === 'Allow' && matched !== 'yes' && missing.length <= NEAR,
    )
    .slice(0, MOST_NEAR)
    .map((statement) => ({
      statement: plainly(sourceOf(statement), texts.isOfKey),
      missed: statement.missing.map(({ explain }) => explain).join(' '),
      excerpt: excerptOf(statement, texts),
    }));
}

function sourceOf({ sid, index, document }: StatementTrace): string {
  return `${sid ?? `statement ${index + 1}`} of ${document.name}`;
}

function excerptOf(statement: StatementTrace, texts: PolicyTexts): PolicyExcerptView | undefined {
  const text = texts.of(statement);
  const value = text === undefined ? undefined : statementAt(text, statement.index);
  if (value === undefined) return undefined;
  const lines = JSON.stringify(value, null, 2).split('\n');
  const isSilent = statement.matched !== 'yes';
  const wanted = isSilent ? statement.missing.map(lineOf) : ['  "Effect"'];
  const marked = wanted.map((start) => lines.findIndex((line) => line.startsWith(start)));
  return {
    source: plainly(sourceOf(statement), texts.isOfKey),
    lines,
    marked: marked.filter((line) => line >= 0),
    effect: isSilent ? 'is silent' : statement.effect === 'Allow' ? 'allows' : 'denies',
  };
}

/** How the line of an element begins in a statement that is written over lines: a condition stands at its key. */
function lineOf({ element, key }: ElementTrace): string {
  return element === 'Condition' && key !== undefined ? `      "${key}"` : `  "${element}"`;
}

function statementAt(text: string, index: number): unknown {
  try {
    const { Statement } = JSON.parse(text) as { readonly Statement?: unknown };
    return Array.isArray(Statement) ? Statement[index] : Statement;
  } catch {
    return undefined;
  }
}

const GUARDRAILS: Readonly<Partial<Record<string, OrganizationPolicy['type']>>> = {
  scp: 'SERVICE_CONTROL_POLICY',
  rcp: 'RESOURCE_CONTROL_POLICY',
};

/** Texts of the policies that an explanation names. */
class PolicyTexts {
  readonly isOfKey: boolean;
  private readonly world: AwsWorld;
  private readonly resourcePolicy: string | undefined;
  private readonly named: ReadonlyMap<string, string>;

  constructor(
    { world }: Pick<Scene, 'world'>,
    check: ExplainedCheck['check'],
    principal: Principal | undefined,
  ) {
    this.isOfKey = isKey(check.resource);
    this.resourcePolicy = check.resourcePolicy;
    const own = principal ? identityPoliciesOf(world, principal) : { identity: [], boundary: undefined };
    const all = own.boundary ? [...own.identity, own.boundary] : own.identity;
    const ofSession = (principal?.sessionPolicies ?? []).map((text, i): [string, string] => [
      `session policy ${i + 1}`,
      text,
    ]);
    this.named = new Map([...all.map(({ name, text }): [string, string] => [name, text]), ...ofSession]);
    this.world = world;
  }

  of({ layer, document }: StatementTrace): string | undefined {
    if (layer === 'resource') return this.resourcePolicy;
    if (layer === 'endpoint') return this.world.table(vpcEndpoints).get(document.name)?.policy;
    const type = GUARDRAILS[layer];
    return type ? this.guardrail(type, document.name) : this.named.get(document.name);
  }

  private guardrail(type: OrganizationPolicy['type'], name: string): string | undefined {
    const all = this.world
      .table(organizations)
      .all()
      .flatMap(({ policies }) => policies);
    return all.find((policy) => policy.type === type && policy.name === name)?.content;
  }
}

/** An explanation in the words of the screen: the policy on a key is its key policy. */
export function plainly(sentence: string, ofKey: boolean): string {
  const resource = ofKey ? 'key policy' : 'resource policy';
  const plain = sentence
    .replaceAll('of resource policy', `of the ${resource}`)
    .replaceAll('resource-based policy', resource)
    .replaceAll('identity-based policy', 'IAM policy')
    .replaceAll('Nothing else allows', ofKey ? 'No grant allows' : 'Nothing else allows');
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}
