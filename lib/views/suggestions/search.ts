import type { ApiRequest } from '../../aws';
import type { Cloud } from '../../cloud';
import { grants } from '../../kms';
import type { PolicyDraft } from '../model';
import { answered } from '../policies/answers';
import type { Asked } from '../policies/asked';
import { placeId } from '../policies/documents';
import { writeDrafts } from '../policies/drafts';
import { accountAt, principalNow, storingOf, whoMay } from '../policies/storing';
import { callerName } from '../words';
import { additions } from './additions';
import { denyEdits } from './denies';
import type { Change, Edit, Situation } from './edit';
import { grantEdits } from './grants';
import { nearMissEdits } from './near-misses';
import { requestEdits } from './requests';

/** A way to make a request allowed: edits one after the other. */
export interface Way {
  readonly steps: readonly Step[];
  /** The request as it is sent then. */
  readonly request: ApiRequest;
}

export interface Step extends Edit {
  /** Who may do it: `user/student`. */
  readonly by: string;
}

export interface Found {
  readonly isAllowed: boolean;
  /** All ways of the least number of edits. */
  readonly ways: readonly Way[];
  /** Edits that would be a way, if there were somebody who may make them. */
  readonly forbidden: readonly Edit[];
  /** What refused the request where no policy was asked. */
  readonly beforePolicies: boolean;
}

const MOST_EDITS = 4;
/** So many ways are tried; more edits than anyone would make need not be looked for. */
const MOST_TRIED = 400;

/**
 * Tries edits in the order of their number, each on the world as the ones before leave it. An edit always changes
 * what has to change next, so the first ways found are those of the fewest edits of these kinds.
 */
export function search(cloud: Cloud, asked: Asked): Found {
  const forbidden: Edit[] = [];
  let frontier: readonly Way[] = [{ steps: [], request: asked.request }];
  let tried = 0;
  for (let edits = 0; edits <= MOST_EDITS && frontier.length > 0; edits++) {
    const looks = frontier.slice(0, MOST_TRIED - tried).map((way) => look(cloud, asked, way));
    tried += looks.length;
    const ways = looks.flatMap(({ way, isAllowed }) => (isAllowed ? [way] : []));
    const beforePolicies = edits === 0 && looks.some((one) => one.beforePolicies);
    if (ways.length > 0 || beforePolicies) {
      return { isAllowed: edits === 0 && ways.length > 0, ways, forbidden, beforePolicies };
    }
    forbidden.push(...looks.flatMap((one) => one.forbidden));
    frontier = unlike(looks.flatMap(({ next }) => next));
  }
  return { isAllowed: false, ways: [], forbidden, beforePolicies: false };
}

interface Look {
  readonly way: Way;
  readonly isAllowed: boolean;
  readonly beforePolicies: boolean;
  readonly next: readonly Way[];
  readonly forbidden: readonly Edit[];
}

function look(cloud: Cloud, asked: Asked, way: Way): Look {
  return cloud.supposing((judge): Look => {
    walk(cloud, way);
    const { isAllowed, check } = answered(cloud, judge, { ...asked, request: way.request });
    const nothing = { way, isAllowed, next: [], forbidden: [] };
    if (isAllowed || !check) return { ...nothing, beforePolicies: !isAllowed && !check };
    const principal = principalNow(cloud.world, asked.principal, way.request.credentials);
    const edits = editsFor({ cloud, request: way.request, principal, check });
    const steps = edits.map((edit) => ({ edit, by: doer(cloud, asked, edit.change) }));
    return {
      ...nothing,
      beforePolicies: false,
      next: steps.flatMap(({ edit, by }) => (by === undefined ? [] : [followedBy(way, { ...edit, by })])),
      forbidden: steps.flatMap(({ edit, by }) => (by === undefined ? [edit] : [])),
    };
  });
}

/** Makes the world what it is after these edits, inside the open transaction. */
export function walk({ world }: Cloud, { steps }: Way): void {
  for (const { change } of steps) {
    if (change.kind === 'document') writeDrafts(world, [change]);
    else if (change.kind === 'grant') world.put(grants, change.grant);
  }
}

function editsFor(situation: Situation): readonly Edit[] {
  const { layers, wants } = situation.check;
  const ofLayers = wants.flatMap((want) => {
    const statements = layers.find(({ layer }) => layer === want.layer)?.statements ?? [];
    if (want.isDeny) return denyEdits(situation, statements);
    return additions(situation, want);
  });
  const wanting = new Set(wants.filter(({ isDeny }) => !isDeny).map(({ layer }) => layer));
  const nearMisses = layers
    .filter(({ layer }) => layer !== 'other' && wanting.has(layer))
    .flatMap(({ statements }) => nearMissEdits(situation, statements));
  const others = wants.some(({ name }) => name.startsWith('other')) ? grantEdits(situation) : [];
  return [...requestEdits(situation), ...nearMisses, ...ofLayers, ...others];
}

function followedBy({ steps, request }: Way, step: Step): Way {
  const { change } = step;
  return { steps: [...steps, step], request: change.kind === 'request' ? change.request : request };
}

/** Who may make a change; nobody where nobody of the account may. */
function doer(cloud: Cloud, asked: Asked, change: Change): string | undefined {
  if (change.kind === 'request') return callerName(asked.principal);
  if (change.kind === 'grant') return grantor(cloud, change);
  if (change.place.kind === 'session') return callerName(asked.principal);
  const storing = storingOf(cloud.world, change.place, change.text);
  const account = accountAt(cloud.world, change.place);
  return storing && whoMay(cloud, account, storing.request).by?.label;
}

function grantor(cloud: Cloud, { grant }: Extract<Change, { readonly kind: 'grant' }>): string | undefined {
  const { keyArn, granteePrincipal, operations, issuingAccount } = grant;
  const region = keyArn.split(':')[3] ?? '';
  const input = { KeyId: keyArn, GranteePrincipal: granteePrincipal, Operations: operations };
  const request = { service: 'kms', operation: 'CreateGrant', region, input };
  return whoMay(cloud, issuingAccount, request).by?.label;
}

/** Ways that lead to the same world and the same request are one. */
function unlike(ways: readonly Way[]): readonly Way[] {
  const byEnd = new Map<string, Way>();
  for (const way of ways) {
    const end = JSON.stringify([draftsOf(way), grantsOf(way), way.request.input, way.request.source], plain);
    if (!byEnd.has(end)) byEnd.set(end, way);
  }
  return [...byEnd.values()];
}

function plain(_name: string, value: unknown): unknown {
  return value instanceof Uint8Array ? value.length : value;
}

/** The documents as the edits leave them, each once. */
export function draftsOf({ steps }: Way): readonly PolicyDraft[] {
  const last = new Map<string, PolicyDraft>();
  for (const { change } of steps) {
    if (change.kind === 'document')
      last.set(placeId(change.place), { place: change.place, text: change.text });
  }
  return [...last].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, draft]) => draft);
}

function grantsOf({ steps }: Way): readonly object[] {
  return steps.flatMap(({ change }) => (change.kind === 'grant' ? [change.grant] : []));
}
