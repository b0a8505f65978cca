import type { Cloud } from '../../cloud';
import type {
  AccessChangeView,
  DocumentDiffView,
  PolicyDraft,
  SuggestionsView,
  SuggestQuestion,
} from '../model';
import { type AccessScene, type Asked, askedOf } from '../policies/asked';
import { documentAt } from '../policies/documents';
import { newSessionCommand, principalNow, storingOf } from '../policies/storing';
import { callerName, kebab } from '../words';
import { diffLines } from './diff';
import { grantCommand } from './grants';
import { draftsOf, type Found, type Step, search, type Way, walk } from './search';

/** The smallest changes that would allow a request, each tried by the engine. */
export function suggestionsView(
  scene: AccessScene,
  { request }: Omit<SuggestQuestion, 'at'>,
): SuggestionsView | undefined {
  const asked = askedOf(scene, request);
  if (!asked) return undefined;
  const { cloud } = scene;
  const found = search(cloud, asked);
  if (found.isAllowed) {
    return { state: 'allowed', sentence: 'Access is allowed already.', suggestions: [] };
  }
  const suggestions = found.ways
    .map((way, i) => changeView(cloud, asked, way, `${i + 1}`))
    .filter((view) => view !== undefined)
    .sort((a, b) => a.edits - b.edits || a.risks.length - b.risks.length);
  if (suggestions.length === 0) return { state: 'closed', sentence: closed(asked, found), suggestions: [] };
  return { state: 'open', sentence: opened(suggestions), suggestions };
}

function opened([first]: readonly AccessChangeView[]): string {
  const count = first?.edits ?? 1;
  return count === 1
    ? 'One edit is enough. Each of these would do.'
    : `It takes ${count} edits. Each of these ways would do.`;
}

/** Why no change of these kinds helps. */
function closed({ request, principal }: Asked, { beforePolicies, forbidden }: Found): string {
  if (beforePolicies) {
    return `\`${request.operation}\` is refused before any policy is asked: the key is in another account, where this operation works for that account alone, or it is not there. No policy can allow it; somebody of the key's own account has to do it.`;
  }
  const locked = forbidden.find(({ change }) => change.kind === 'document' && change.place.kind === 'key');
  if (locked) {
    return 'The key policy would have to change, and nobody of this lab may change it any more: only AWS Support, or a principal that the policy still allows, can open the key again.';
  }
  if (principal.type === 'root')
    return 'The root user has no IAM policies, and no statement within reach allows it.';
  return `No edit of a policy, of the request, or grant of this lab lets ${callerName(principal)} do it.`;
}

function changeView(cloud: Cloud, asked: Asked, way: Way, id: string): AccessChangeView | undefined {
  const drafts = draftsOf(way);
  const later = whatFollows(cloud, asked, way);
  // A request said otherwise has to work: with another context nothing would be decrypted.
  if (later !== undefined && way.steps.some(({ change }) => change.kind === 'request')) return undefined;
  return {
    id,
    edits: way.steps.length,
    sentence: way.steps.map(({ sentence }) => sentence).join(' '),
    commands: commandsOf(cloud, way, drafts),
    canRun: way.steps.every(({ change }) => change.kind !== 'request'),
    diffs: drafts.map((draft) => diffOf(cloud, draft)),
    risks: [...new Set(way.steps.flatMap(({ risks }) => risks))],
    by: [...new Set(way.steps.map(({ by }) => by))].join(' and '),
    afterwards: later,
    drafts,
  };
}

/** Computing a key pair takes seconds, and says nothing about access. */
const SLOW = /KeyPair/;

/** What still refuses a request of the run once access is allowed. */
function whatFollows(cloud: Cloud, asked: Asked, way: Way): string | undefined {
  if (asked.isSupposed || SLOW.test(asked.request.operation)) return undefined;
  return cloud.supposing(() => {
    walk(cloud, way);
    const principal = principalNow(cloud.world, asked.principal, way.request.credentials);
    const reply = cloud.askAs(principal, way.request, false);
    if (reply.ok || reply.refusal.name === 'DryRunOperationException') return undefined;
    const { name, message } = reply.refusal;
    return message ? `${name}: ${message}` : name;
  });
}

function commandsOf({ world }: Cloud, { steps }: Way, drafts: readonly PolicyDraft[]): readonly string[] {
  const stored = drafts.map(
    ({ place, text }) => storingOf(world, place, text)?.command ?? newSessionCommand(world, place, text),
  );
  return [...stored, ...steps.flatMap(otherCommand)];
}

function otherCommand({ change }: Step): readonly string[] {
  if (change.kind === 'grant') return [grantCommand(change.grant)];
  if (change.kind !== 'request') return [];
  const { operation, region } = change.request;
  return [`aws kms ${kebab(operation)} --region ${region} ${change.option}`];
}

function diffOf({ world }: Cloud, { place, text }: PolicyDraft): DocumentDiffView {
  const held = documentAt(world, place);
  const before = held ? JSON.stringify(JSON.parse(held.text), null, 2) : '';
  const title = held?.title ?? (place.kind === 'inline' ? `${place.name} (new)` : 'new policy');
  return { title, place, lines: diffLines(before, text) };
}
