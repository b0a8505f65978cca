import { needs } from '../../base';
import { compilePolicyText } from '../../policy';
import type {
  AskedRequest,
  DraftView,
  PoliciesView,
  PolicyDraft,
  RefusalView,
  TriableRequestView,
  TriedRequestView,
  TryQuestion,
  TryView,
} from '../model';
import { requestIdOf } from '../scene';
import { answered, answerView } from './answers';
import { type AccessScene, type Asked, askedOf, pastRequest } from './asked';
import { documentAt, documentsOf, placeId } from './documents';
import { isReadable, rulesAt, writeDrafts } from './drafts';
import { findingsOf } from './findings';
import { accountAt, newSessionCommand, storingOf, whoMay } from './storing';

/** What drafts would change: findings on each, and each request before and after. Nothing stays. */
export function tryView(scene: AccessScene, { drafts, requests }: Omit<TryQuestion, 'at'>): TryView {
  const { cloud, world } = scene;
  const views = drafts.map((draft) => draftView(scene, draft));
  const storable = drafts.filter((_, i) => views[i]?.refusal === undefined);
  const asked = requests.flatMap((request) => {
    const one = askedOf(scene, request);
    return one ? { ...one, asked: request } : [];
  });
  const answers = cloud.supposing((judge) => {
    const before = asked.map((one) => answerView(answered(cloud, judge, one)));
    writeDrafts(world, storable);
    return asked.map((one, i) => ({
      one,
      before: before[i],
      after: answerView(answered(cloud, judge, one)),
    }));
  });
  return {
    drafts: views,
    requests: answers.map(({ one, before, after }) => tried(one, before ?? after, after)),
  };
}

function tried(
  { label, asked }: Asked & { readonly asked: AskedRequest },
  before: TriedRequestView['before'],
  after: TriedRequestView['after'],
): TriedRequestView {
  return { request: asked, label, before, after, changed: before.verdict !== after.verdict };
}

function draftView(scene: AccessScene, draft: PolicyDraft): DraftView {
  const { cloud, world } = scene;
  const { place, text } = draft;
  const storing = storingOf(world, place, text);
  return {
    place,
    refusal: refusalOf(scene, draft),
    findings: findingsOf(cloud, place, text),
    command: storing?.command ?? newSessionCommand(world, place, text),
  };
}

/** What AWS answers to whoever may store it. Where nobody may, what is wrong with the text itself. */
function refusalOf({ cloud, world }: AccessScene, { place, text }: PolicyDraft): RefusalView | undefined {
  const storing = storingOf(world, place, text);
  const doing = storing && whoMay(cloud, accountAt(world, place), storing.request);
  if (doing?.by) return undefined;
  if (doing?.refusal) return doing.refusal;
  const document = documentAt(world, place);
  const compiled = document && compilePolicyText(text, document.kind, rulesAt(world, place)?.rules);
  if (!compiled || compiled.ok) return undefined;
  const message = compiled.problems[0]?.message ?? '';
  needs(!isReadable(world, place, text), 'a text with problems cannot be read');
  return { name: 'MalformedPolicyDocumentException', message };
}

/** More requests than anyone tries are not listed. */
const MOST_REQUESTS = 100;

export function policiesView(scene: AccessScene): PoliciesView {
  const documents = documentsOf(scene.world).map(({ kind: _, word, ...document }) => ({
    ...document,
    id: placeId(document.place),
    kind: word,
  }));
  return { documents, requests: requestsOf(scene) };
}

function requestsOf(scene: AccessScene): PoliciesView['requests'] {
  const { moments, position } = scene;
  const found: TriableRequestView[] = [];
  for (let place = position - 1; place >= 0 && found.length < MOST_REQUESTS; place--) {
    const moment = moments[place];
    for (let seq = moment?.last ?? 0; moment && seq >= moment.first; seq--)
      found.push(...triable(scene, seq));
  }
  return found.slice(0, MOST_REQUESTS);
}

function triable(scene: AccessScene, seq: number): readonly TriableRequestView[] {
  const commit = scene.world.log.get(seq);
  const asked = commit && commit.request.service !== 'lab' ? pastRequest(commit) : undefined;
  const requestId = asked && requestIdOf(scene, seq);
  if (!commit || !asked || requestId === undefined) return [];
  const { service } = commit.request;
  const verdict = commit.outcome.refusal ? 'refused' : 'allowed';
  return [{ requestId, service, label: asked.label, verdict }];
}
