import type { AskedRequest, DocumentPlace } from './policies';

export interface HandshakeQuestion {
  readonly at: number | 'now';
  readonly request: AskedRequest;
}

/** One access seen from both sides. Between accounts both have to say yes. */
export interface HandshakeView {
  readonly isCrossAccount: boolean;
  readonly verdict: 'allowed' | 'refused';
  /** Which half is missing. */
  readonly missing: 'none' | 'owner' | 'caller' | 'both';
  /** One sentence. Markdown. */
  readonly sentence: string;
  /** `Decrypt` */
  readonly operation: string;
  /** The account that owns the key. */
  readonly owner: HandshakeSideView;
  /** The caller's account. */
  readonly caller: HandshakeSideView;
  /** The picture in words, one line per statement. */
  readonly text: string;
}

export interface HandshakeSideView {
  readonly account: string;
  /** `alias/pan-field`, `role/payments-app` */
  readonly who: string;
  readonly saysYes: boolean;
  readonly parts: readonly HandshakePartView[];
}

export interface HandshakePartView {
  /** `key policy`, `grants`, `IAM policies`, `resource control policy` */
  readonly label: string;
  readonly says: 'yes' | 'no' | 'denies' | 'not asked';
  readonly because: string;
  /** The document that settled it. */
  readonly place?: DocumentPlace;
  /** `statement "Allow use of the key"` */
  readonly statement?: string;
}

/** Who can still look after a key. */
export interface KeyCareView {
  readonly key: string;
  readonly label: string;
  /** `safe`; `one`: a single principal holds it, and goes with its deletion; `locked`: only AWS Support can help. */
  readonly state: 'safe' | 'one' | 'locked';
  /** One sentence. Markdown. */
  readonly sentence: string;
  /** Everyone who may replace the key policy: they can repair everything else. */
  readonly keepers: readonly KeeperView[];
  /** Who holds other administrative permissions, without being able to change the policy. */
  readonly helpers: readonly KeeperView[];
  /** Whether the account's root user is let in, the last way back. */
  readonly rootCan: boolean;
  /** What the lockout safety check says to the policy as it is, per caller who may store it. */
  readonly safetyCheck: {
    readonly passes: boolean;
    readonly sentence: string;
  };
  /** The picture in words. */
  readonly text: string;
}

export interface KeeperView {
  readonly arn: string;
  readonly label: string;
  readonly account: string;
  /** `PutKeyPolicy`, `ScheduleKeyDeletion`, ... */
  readonly operations: readonly string[];
  /** `key policy`, `key policy and IAM`, `grant` */
  readonly by: string;
  /** Set where the permission hangs on conditions. */
  readonly depends: readonly string[];
}
