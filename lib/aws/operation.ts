import type { World } from '../world';
import type { Principal } from './principal';
import type { Refusal } from './refusal';
import type { StructureShape } from './shapes';

/** A request as it enters the lab. `input` has the inner form: blobs as bytes, timestamps in ms. */
export interface ApiRequest {
  /** The service's name in the `aws` command and in IAM actions: `kms`, `s3`, `dynamodb`. */
  readonly service: string;
  readonly operation: string;
  readonly region: string;
  /** Access key id of the caller. */
  readonly credentials: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly source?: RequestSource | undefined;
}

/** Where a request came from. */
export interface RequestSource {
  readonly ip?: string | undefined;
  readonly userAgent?: string | undefined;
  readonly vpcEndpoint?: string | undefined;
  /** The resource for which a service principal calls: `aws:SourceArn`. */
  readonly sourceArn?: string | undefined;
  /** Service principals that carried the request, outermost first: `s3.eu-west-1.amazonaws.com`. */
  readonly via?: readonly string[] | undefined;
}

/** What a commit keeps of the answer. */
export type Outcome = { readonly audit: Audit; readonly refusal?: Refusal | undefined };

export type AwsWorld = World<ApiRequest, Outcome>;

/** What is recorded of a request besides the request itself. */
export interface Audit {
  readonly principal?: Principal | undefined;
  /** ARNs of the resources the request touched. */
  readonly resources: readonly string[];
  readonly responseElements?: Readonly<Record<string, unknown>> | undefined;
  readonly additionalEventData?: Readonly<Record<string, unknown>> | undefined;
}

export type Answer<O = Record<string, unknown>> =
  | { readonly ok: true; readonly output: O }
  | { readonly ok: false; readonly refusal: Refusal };

/** One request on its way through the pipeline. */
export interface Call<I = Record<string, unknown>> {
  readonly service: string;
  readonly operation: string;
  readonly region: string;
  readonly input: I;
  readonly principal: Principal;
  readonly source: RequestSource;
  readonly world: AwsWorld;
  readonly nowMs: number;
  /** Bytes that are a function of the seed, this request and the purpose. */
  random(purpose: string, length: number): Uint8Array;
  /** Whether a user, role or account of this ARN exists; policies may only name principals that do. */
  principalExists(arn: string): boolean;
  /** A request to another service on the caller's behalf; a commit of its own. */
  call(service: string, operation: string, input: Record<string, unknown>, options?: InnerCall): Answer;
}

export interface InnerCall {
  readonly region?: string;
  /** Service principal that carries the call: `s3.eu-west-1.amazonaws.com`. */
  readonly via?: string;
  /** Acts as this principal instead of the caller (a service role's session), from the service's own network. */
  readonly as?: Principal;
  /** The resource for which a service principal calls: `aws:SourceArn`. */
  readonly sourceArn?: string;
}

/** So many requests of one account's pool in one Region. */
export interface Charge {
  readonly pool: string;
  readonly region: string;
  readonly account: string;
  readonly units: number;
  /** Units per second; also what the bucket holds at most. */
  readonly perSecond: number;
  /** For people: `symmetric cryptographic requests`. */
  readonly label: string;
}

/** Values of a condition key; `undefined` means the request does not carry it. */
export type ConditionValues = readonly string[] | undefined;

/** One (action, resource) pair that must be allowed. */
export interface AccessCheck {
  readonly action: string;
  /** ARN, or `*` where the operation has no resource. */
  readonly resource: string;
  /** Account that owns the resource. */
  readonly account: string;
  readonly resourcePolicy?: string | undefined;
  /** A role's trust policy names no resource; every other policy of a resource does. */
  readonly resourcePolicyKind?: 'resource' | 'trust' | undefined;
  /** True where identity policies count only when the resource policy delegates to its account. */
  readonly needsDelegation: boolean;
  /** Allows beside policies: grants. They only ever allow. */
  readonly otherAllows?: (() => readonly OtherAllow[]) | undefined;
  /** The service's condition keys, in AWS's spelling. */
  readonly context: (key: string) => ConditionValues;
  /** Resource control policies have no say here. */
  readonly isBeyondRcp?: boolean | undefined;
  /** Condition keys that the resource policy cannot read, in lower case; a name ending in `*` stands for all that begin so. */
  readonly hiddenFromResource?: readonly string[] | undefined;
  /** Names of the condition keys this check can carry. */
  readonly contextKeys: () => readonly string[];
  /** The service's words for a denial. */
  readonly denied: (denial: Denial) => Refusal;
}

export interface OtherAllow {
  readonly id: string;
  readonly label: string;
  readonly allows: boolean;
  /** Whether it also stands for the caller's own account in a cross-account request. */
  readonly bothSides: boolean;
  readonly explain: string;
}

/** Why a check failed: by an explicit deny in a layer, or for want of an allow in one. */
export interface Denial {
  readonly kind: 'explicit' | 'implicit';
  readonly layer: PolicyLayer;
  /** The end of IAM's sentence: `because no identity-based policy allows the x:Y action`. fact: authorization 11 */
  readonly clause: string;
  readonly principal: Principal;
  readonly check: AccessCheck;
}

type PolicyLayer = 'identity' | 'resource' | 'boundary' | 'session' | 'scp' | 'rcp' | 'endpoint';

/** The gates of a request, in the order it passes them. The same words stand on every screen. */
export const STAGES = [
  'identity',
  'quota',
  'request',
  'key',
  'authorization',
  'key state',
  'HSM',
  'trail',
] as const;
export type Stage = (typeof STAGES)[number];

/**
 * One API operation. The pipeline asks it; it never asks the pipeline. `Found` is what the request names,
 * looked up without telling anyone.
 */
export interface Operation<I = Record<string, unknown>, O = unknown, Found = unknown> {
  readonly service: string;
  readonly name: string;
  /** One sentence for `help`. */
  readonly about: string;
  readonly input: StructureShape<I>;
  /** Absent where AWS answers with an empty body. */
  readonly output: StructureShape<O> | undefined;
  /** As CloudTrail says; a read-only operation changes nothing. */
  readonly readOnly: boolean;
  find(call: Call<I>): Found;
  charges(call: Call<I>, found: Found): readonly Charge[];
  /** Rules on the request beyond its shape. */
  validate?(call: Call<I>, found: Found): Refusal | undefined;
  /** What the caller is told about what was not found. */
  verdict(call: Call<I>, found: Found): Refusal | undefined;
  checks(call: Call<I>, found: Found): readonly AccessCheck[];
  state?(call: Call<I>, found: Found): Refusal | undefined;
  execute(call: Call<I>, found: Found): O | Refusal;
  audit(call: Call<I>, found: Found, output: O | undefined): Omit<Audit, 'principal'>;
  /** One sentence on what a stage saw, for the X-ray. */
  saw?(stage: Stage, call: Call<I>, found: Found): string | undefined;
}

/** Any operation, for tables that hold all of them. */
export type AnyOperation = Operation;
