import type {
  AccessCheck,
  Answer,
  AnyOperation,
  AwsWorld,
  Call,
  Principal,
  Refusal,
  RequestSource,
} from '../aws';
import { needs } from '../base';
import { grants } from '../kms';
import {
  type Decision,
  decide,
  type Explanation,
  explain,
  type Layers,
  type OtherAllow,
  withUnknown,
} from '../policy';
import { layersOf, policyRequest, refusalOf } from './authorize';

/** What would be decided if such a request came. Part of what it would carry may be left open. */
export interface Supposed {
  readonly principal: Principal;
  readonly region: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly source?: RequestSource | undefined;
  /** Condition keys, in lower case, that such requests may or may not carry. */
  readonly isOpen: (lowerKey: string, check: AccessCheck) => boolean;
}

export interface Judgement {
  /** What ends such a request before anybody's permissions are looked at. */
  readonly refusal?: Refusal | undefined;
  /** One for each thing that has to be allowed. */
  readonly checks: readonly JudgedCheck[];
}

interface JudgedCheck {
  readonly check: AccessCheck;
  readonly decision: Decision;
  readonly explain: () => Explanation;
  /** What the caller would be told; only for a decision that refuses. */
  readonly refusal: () => Refusal;
}

/** Must run inside a trial: looking a key up may bring one forth. */
export function judge(world: AwsWorld, operation: AnyOperation, supposed: Supposed): Judgement {
  const call = new SupposedCall(world, operation, supposed, supposed.input, supposed.source ?? {});
  const found = operation.find(call);
  const refusal = operation.verdict(call, found);
  if (refusal) return { refusal, checks: [] };
  const checks = operation.checks(call, found).map((check, index): JudgedCheck => {
    const isOpen = (key: string) => supposed.isOpen(key, check);
    const asked = policyRequest(call, check);
    const request = { ...asked, context: withUnknown(asked.context, isOpen) };
    const known = layersOf(call, check);
    const resourceContext = known.resourceContext && withUnknown(known.resourceContext, isOpen);
    const layers = withOpenGrants({ ...known, resourceContext }, (allow) =>
      openKeysOfGrant(world, operation, supposed, check, index, allow),
    );
    const decision = decide(request, layers);
    return {
      check,
      decision,
      explain: () => explain(request, layers),
      refusal: () => refusalOf(decision, call, check),
    };
  });
  return { checks };
}

/** A grant whose constraint the request may or may not meet is neither a yes nor a no. */
function withOpenGrants(
  layers: Layers,
  openKeys: (allow: OtherAllow) => readonly string[] | undefined,
): Layers {
  const { otherAllows } = layers;
  if (!otherAllows || otherAllows.length === 0) return layers;
  return {
    ...layers,
    otherAllows: otherAllows.map((allow) => {
      const depends = allow.matched === false ? openKeys(allow) : undefined;
      return depends ? { ...allow, matched: 'depends' as const, depends } : allow;
    }),
  };
}

/** The keys on which a refusing grant depends: those of its constraint, if with them it would allow. */
function openKeysOfGrant(
  world: AwsWorld,
  operation: AnyOperation,
  supposed: Supposed,
  check: AccessCheck,
  index: number,
  { id }: OtherAllow,
): readonly string[] | undefined {
  const grant = world.table(grants).get(`${check.resource}/${id}`);
  const { EncryptionContextEquals, EncryptionContextSubset, SourceArn } = grant?.constraints ?? {};
  const pairs = EncryptionContextEquals ?? EncryptionContextSubset;
  if (!pairs && SourceArn === undefined) return undefined;
  const contexts = pairs && {
    EncryptionContext: pairs,
    SourceEncryptionContext: pairs,
    DestinationEncryptionContext: pairs,
  };
  const source = { ...supposed.source, ...(SourceArn === undefined ? {} : { sourceArn: SourceArn }) };
  const call = new SupposedCall(world, operation, supposed, { ...supposed.input, ...contexts }, source);
  const meeting = operation.checks(call, operation.find(call))[index];
  if (!meeting?.otherAllows?.().some((other) => other.id === id && other.allows)) return undefined;
  const names = Object.keys(pairs ?? {}).map((name) => `kms:EncryptionContext:${name}`);
  return SourceArn === undefined ? names : [...names, 'aws:SourceArn'];
}

/** A request that nobody sends: it can be looked up and judged, and does nothing. */
class SupposedCall implements Call {
  readonly service: string;
  readonly operation: string;
  readonly region: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly principal: Principal;
  readonly source: RequestSource;
  readonly world: AwsWorld;
  readonly nowMs: number;

  constructor(
    world: AwsWorld,
    operation: AnyOperation,
    { region, principal }: Supposed,
    input: Readonly<Record<string, unknown>>,
    source: RequestSource,
  ) {
    this.service = operation.service;
    this.operation = operation.name;
    this.region = region;
    this.input = input;
    this.principal = principal;
    this.source = source;
    this.world = world;
    this.nowMs = world.nowMs;
  }

  random(_purpose: string, length: number): Uint8Array {
    return new Uint8Array(length);
  }

  principalExists(): boolean {
    return true;
  }

  call(): Answer {
    needs(false, 'a supposed request makes no other');
  }
}
