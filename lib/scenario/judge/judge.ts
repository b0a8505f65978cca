import { traffic, trafficId } from '../../cloud';
import type { Predicate, RequestMatch } from '../schema';
import { Abilities } from './ability';
import { type AwsCommit, cellsUntilNow, type Evidence, homeAccount } from './evidence';
import { fileIsSo } from './files';
import { itemsAreSo } from './items';
import { keyIsSo } from './keys';
import { happened, requestsLike } from './requests';

type Statement = Required<Predicate>;
type Judges = {
  readonly [K in keyof Statement]: (wanted: NonNullable<Statement[K]>, judge: Judge) => boolean;
};

const JUDGES: Judges = {
  request: (wanted, { evidence }) => happened(wanted, evidence),
  never: (wanted, { evidence }) => !happened(wanted, evidence),
  atMost: ({ times, request }, { evidence }) => requestsLike(request, evidence).length <= times,
  key: (wanted, { evidence }) => keyIsSo(wanted, evidence),
  items: (wanted, { evidence }) => itemsAreSo(wanted, evidence),
  can: (wanted, { abilities }) => abilities.can(wanted),
  clock: ({ from, until }, { evidence }) => isWithin(evidence.cloud.world.nowMs, from, until),
  file: (wanted, { evidence }) => fileIsSo(wanted, evidence),
  traffic: ({ region, is }, { evidence }) => trafficOf(region, evidence) === is,
  output: ({ source, contains }, { evidence }) => wasPrinted(evidence, contains, source),
  answered: ({ step, option }, { evidence }) => [option].flat().includes(answerOf(evidence.run, step) ?? ''),
  all: (wanted, judge) => wanted.every((one) => judge.holds(one)),
  any: (wanted, judge) => wanted.some((one) => judge.holds(one)),
  not: (wanted, judge) => !judge.holds(wanted),
};

/** Says whether conditions hold at one moment. It leaves the world as it was. */
export class Judge {
  readonly evidence: Evidence;
  readonly abilities: Abilities;

  constructor(evidence: Evidence) {
    this.evidence = evidence;
    this.abilities = new Abilities(evidence);
  }

  holds(predicate: Predicate): boolean {
    const names = Object.keys(predicate) as (keyof Statement)[];
    return names.every((name) => this.statementHolds(name, predicate));
  }

  /** The newest request that a condition speaks of, if it speaks of one. */
  lastRequest(predicate: Predicate): AwsCommit | undefined {
    const { request, all } = predicate;
    if (request) return requestsLike(request as RequestMatch, this.evidence).at(-1);
    for (const one of all ?? []) {
      const found = this.lastRequest(one);
      if (found) return found;
    }
    return undefined;
  }

  private statementHolds<K extends keyof Statement>(name: K, predicate: Predicate): boolean {
    const wanted = predicate[name] as Statement[K] | undefined;
    return wanted === undefined || wanted === null || JUDGES[name](wanted, this);
  }
}

function isWithin(nowMs: number, from: string | undefined, until: string | undefined): boolean {
  return (!from || Date.parse(from) <= nowMs) && (!until || nowMs < Date.parse(until));
}

function trafficOf(region: string, evidence: Evidence): string {
  const { world } = evidence.cloud;
  return world.table(traffic).get(trafficId(homeAccount(evidence), region))?.state ?? 'none';
}

function wasPrinted(evidence: Evidence, contains: string, source = ''): boolean {
  return cellsUntilNow(evidence).some(
    (cell) =>
      cell.origin !== 'setup' &&
      cell.source.includes(source) &&
      cell.statements.some(({ stdout, stderr }) => `${stdout}\n${stderr}`.includes(contains)),
  );
}

/** Where a run keeps what the learner said in a step. */
export const answerName = {
  predict: (step: string) => `predict ${step}`,
  decide: (step: string) => `decide ${step}`,
  rate: (step: string) => `rate ${step}`,
  played: (step: string) => `played ${step}`,
} as const;

function answerOf({ answers }: Evidence['run'], step: string): string | undefined {
  return answers[answerName.decide(step)] ?? answers[answerName.predict(step)];
}
