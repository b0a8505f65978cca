import { LAB_SERVICE } from '../cloud';
import type { FlowRule } from '../run';
import { momentOf } from './map/map';
import type { FlowLight, FlowLightView, FlowView, SequenceMessageView, SequenceView } from './model';
import { type AwsCommit, requestIdOf, type Scene } from './scene';
import { callerName, serviceName } from './words';

/** A sequence diagram of more requests than this shows nobody anything. */
const MOST_REQUESTS = 12;
/** A flow is lit by at most so many requests: those of the last command that made any. */
const MOST_LIT = 400;

/** Requests of the newest cell at the moment looked at that made any, oldest first. */
function latestRequests({ line, world, position, moments }: Scene): readonly AwsCommit[] {
  const until = position > 0 ? (moments[position - 1]?.last ?? 0) : 0;
  const from = startOfCell(line.ends, line.setupCells, moments, position);
  return world.log
    .since(Math.max(from, world.log.checkpoint))
    .filter(({ seq, request }) => seq <= until && request.service !== LAB_SERVICE)
    .slice(-MOST_LIT);
}

/** Seq after which the cell of a position began. */
function startOfCell(
  ends: readonly number[],
  setup: number,
  moments: Scene['moments'],
  position: number,
): number {
  const moment = moments[position - 1];
  if (!moment) return ends[setup - 1] ?? 0;
  let start = ends[setup - 1] ?? 0;
  for (const end of ends) if (end < moment.first) start = Math.max(start, end);
  return start;
}

export function flowView(scene: Scene): FlowView | undefined {
  const flow = scene.lesson.stage?.(momentOf(scene)).flow;
  if (!flow) return undefined;
  const commits = latestRequests(scene);
  const lit = flow.lights.flatMap((rule) => {
    const light = lightOf(rule, commits);
    return light ? [{ rule, light }] : [];
  });
  return {
    id: flow.id,
    title: flow.title,
    mermaid: flow.mermaid,
    lights: lit.flatMap(({ rule, light }) => lightViews(rule, light)),
    twin: [...flow.twin, ...lit.map(({ rule, light }) => `${rule.says} ${LIGHT_WORDS[light]}`)],
  };
}

const LIGHT_WORDS: Readonly<Record<FlowLight, string>> = {
  lit: 'This just happened, and was answered.',
  refused: 'This just happened, and was refused.',
  waiting: 'This is under way.',
};

/** How a part is lit by these requests, if at all: the newest one that fits decides. */
export function lightOf(rule: FlowRule, commits: readonly AwsCommit[]): FlowLight | undefined {
  const fitting = commits.filter((commit) => fits(rule, commit));
  if (fitting.length === 0) return undefined;
  return fitting.at(-1)?.outcome.refusal ? 'refused' : 'lit';
}

function fits(rule: FlowRule, { request, outcome }: AwsCommit): boolean {
  const caller = outcome.audit.principal?.arn ?? '';
  return (
    (rule.service === undefined || rule.service === request.service) &&
    (rule.operation === undefined || rule.operation === request.operation) &&
    (rule.region === undefined || rule.region === request.region) &&
    (rule.caller === undefined || caller.includes(rule.caller))
  );
}

function lightViews({ node, edge }: FlowRule, light: FlowLight): readonly FlowLightView[] {
  const views: FlowLightView[] = [];
  if (node !== undefined) views.push({ kind: 'node', node, light });
  if (edge) views.push({ kind: 'edge', from: edge[0], to: edge[1], light });
  return views;
}

interface Exchange {
  readonly commit: AwsCommit;
  readonly from: string;
  readonly to: string;
}

/** The requests of the last command as a Mermaid sequence diagram: who asked whom, and the answer. */
export function sequenceView(scene: Scene): SequenceView {
  const commits = latestRequests(scene);
  const shown = commits.slice(-MOST_REQUESTS);
  const title =
    commits.length > shown.length
      ? `The last ${shown.length} of ${commits.length} requests`
      : 'What just happened';
  const bySeq = new Map(commits.map((commit) => [commit.seq, commit]));
  const exchanges = shown.map((commit): Exchange => {
    const parent = commit.parent === undefined ? undefined : bySeq.get(commit.parent);
    const from = parent ? placeWords(parent) : callerName(commit.outcome.audit.principal);
    return { commit, from, to: placeWords(commit) };
  });
  const messages = exchanges.flatMap((exchange) => messagesOf(scene, exchange));
  return { title, mermaid: messages.length === 0 ? '' : mermaidText(messages), messages };
}

function placeWords({ request }: AwsCommit): string {
  return `${serviceName(request.service)} ${request.region}`;
}

function messagesOf(scene: Scene, { commit, from, to }: Exchange): readonly SequenceMessageView[] {
  const requestId = requestIdOf(scene, commit.seq);
  const { refusal } = commit.outcome;
  return [
    { from, to, text: commit.request.operation, light: 'lit', requestId },
    { from: to, to: from, text: refusal?.name ?? 'answered', light: refusal ? 'refused' : 'lit', requestId },
  ];
}

function mermaidText(messages: readonly SequenceMessageView[]): string {
  const names = [...new Set(messages.flatMap(({ from, to }) => [from, to]))];
  const participants = names.map((name, index) => `  participant P${index} as ${plain(name)}`);
  const lines = messages.map(({ from, to, text }, index) => {
    const arrow = index % 2 === 0 ? '->>' : '-->>';
    return `  P${names.indexOf(from)}${arrow}P${names.indexOf(to)}: ${plain(text)}`;
  });
  return ['sequenceDiagram', ...participants, ...lines].join('\n');
}

/** Without what Mermaid would read as more than text. */
function plain(text: string): string {
  return text.replace(/[^A-Za-z0-9 _./:@=,-]/g, ' ').slice(0, 80);
}
