import type { VerdictView } from './verdict';

/** One request, stage by stage. */
export interface XrayView {
  readonly requestId: string;
  readonly service: string;
  readonly operation: string;
  readonly region: string;
  /** `10:02:14` */
  readonly at: string;
  /** `role/payments-app` */
  readonly caller: string;
  readonly verdict: VerdictView;
  /** The exception's name, or empty when it was answered. */
  readonly refusal: string;
  readonly stages: readonly XrayStageView[];
  readonly why?: WhyView;
  /** Pretty-printed JSON, without key material or plaintext data keys. */
  readonly requestJson: string;
  readonly responseJson: string;
  /** Requests this one caused, in order. */
  readonly inner: readonly XrayView[];
}

export interface XrayStageView {
  /** The stage's name, same word on every screen: `key state`. */
  readonly stage: string;
  readonly verdict: VerdictView;
  /** What the stage saw, in one sentence. */
  readonly saw: string;
  /** What only the lab can tell here; KMS cannot. */
  readonly labKnows?: string;
  /** True for the stage that ended the request. */
  readonly deciding: boolean;
  /** For the authorization stage: each (action, resource) that had to be allowed. */
  readonly checks?: readonly AccessCheckView[];
}

export interface WhyView {
  /** One plain sentence. Markdown. */
  readonly sentence: string;
  /** The way to mend it. Markdown. */
  readonly fix?: string;
  /** A command that would mend it, or would show more. */
  readonly command?: string;
}

export interface AccessCheckView {
  /** `kms:Decrypt` */
  readonly action: string;
  /** ARN, or `*`. */
  readonly resource: string;
  readonly verdict: 'allowed' | 'refused';
  readonly layers: readonly AccessLayerView[];
}

export interface AccessLayerView {
  /** `key policy`, `account delegation`, `IAM policy`, `service control policy` */
  readonly layer: string;
  /** `depends`: only where what is asked leaves something open. */
  readonly says: 'allows' | 'denies' | 'depends' | 'is silent' | 'not consulted';
  /** One sentence on why. */
  readonly because: string;
  /** True for the layer that settled the check. */
  readonly deciding: boolean;
  readonly statement?: PolicyExcerptView;
  readonly nearMisses: readonly NearMissView[];
}

/** A policy document with the lines that mattered. */
export interface PolicyExcerptView {
  /** `key policy of alias/pan-field` */
  readonly source: string;
  readonly lines: readonly string[];
  /** Zero-based indices into `lines`. */
  readonly marked: readonly number[];
  readonly effect: 'allows' | 'denies' | 'is silent';
}

/** A statement that almost applied. */
export interface NearMissView {
  /** Its Sid, or its place: `statement 2`. */
  readonly statement: string;
  /** `the condition kms:EncryptionContext:tenant wants globex, the request has acme` */
  readonly missed: string;
  /** The statement, with the line that missed. */
  readonly excerpt?: PolicyExcerptView;
}
