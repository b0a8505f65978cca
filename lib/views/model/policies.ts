/** Where a policy document hangs. Plain data: it travels between threads and comes back in a question. */
export type DocumentPlace =
  /** The key policy of this key (ARN). */
  | { readonly kind: 'key'; readonly key: string }
  /** An inline policy of a user, group or role (ARN). */
  | { readonly kind: 'inline'; readonly holder: string; readonly name: string }
  /** A managed policy, as identity policy or as boundary. */
  | { readonly kind: 'managed'; readonly arn: string }
  /** An SCP or RCP (`p-...`). */
  | { readonly kind: 'organization'; readonly id: string }
  /** The n-th policy that a session was made with. */
  | { readonly kind: 'session'; readonly accessKeyId: string; readonly index: number }
  /** The policy of a VPC endpoint (`vpce-...`). */
  | { readonly kind: 'endpoint'; readonly id: string };

/** The Policies tab: every document of this world that has a say in who may do what with a KMS key. */
export interface PoliciesView {
  readonly documents: readonly PolicyDocumentView[];
  /** Requests of the run, newest first, that a draft can be tried on. */
  readonly requests: readonly TriableRequestView[];
}

export interface PolicyDocumentView {
  /** The place as one word: a name for lists and links. */
  readonly id: string;
  readonly place: DocumentPlace;
  /** `key policy`, `IAM policy`, `service control policy`, `resource control policy`, `session policy`, `VPC endpoint policy` */
  readonly kind: string;
  /** `key policy of alias/pan-field` */
  readonly title: string;
  /** What it hangs on, as people say it: `role/payments-app`; an SCP may hang on several. */
  readonly attachedTo: readonly string[];
  readonly account: string;
  /** JSON, as it is stored. */
  readonly text: string;
  /** Why it cannot be changed; absent where it can. */
  readonly readOnly?: string;
}

export interface TriableRequestView {
  /** The request's name in the run, `7` or `7.1`. */
  readonly requestId: string;
  /** `kms`, `s3` */
  readonly service: string;
  /** `Decrypt by role/payments-app in eu-west-1` */
  readonly label: string;
  readonly verdict: 'allowed' | 'refused';
}

/** A document as it is being typed. */
export interface PolicyDraft {
  readonly place: DocumentPlace;
  readonly text: string;
}

/** A request that nobody has made: what would be if. */
export interface SupposedRequest {
  /** ARN of a user, role, session or account root, or a service principal. */
  readonly principal: string;
  /** A KMS operation: `Decrypt`. */
  readonly operation: string;
  /** ARN of the key. */
  readonly key: string;
  readonly encryptionContext?: Readonly<Record<string, string>>;
  /** The key is named by this alias (`alias/...`). */
  readonly alias?: string;
  /** The request comes through this VPC endpoint. */
  readonly vpcEndpoint?: string;
  /** A service makes it on the caller's behalf: `s3.eu-west-1.amazonaws.com`. */
  readonly via?: string;
  /** Further members of the request's input. */
  readonly input?: Readonly<Record<string, unknown>>;
}

/** A request to ask about: one of the run by its name, or one that is only supposed. */
export type AskedRequest = { readonly requestId: string } | { readonly supposed: SupposedRequest };

export interface TryQuestion {
  /** Position on the timeline. */
  readonly at: number | 'now';
  readonly drafts: readonly PolicyDraft[];
  readonly requests: readonly AskedRequest[];
}

/** What a draft would change. Nothing has been stored. */
export interface TryView {
  readonly drafts: readonly DraftView[];
  /** In the order asked, without those of which there is nothing any more. Where a draft cannot be stored, `after` is as `before`. */
  readonly requests: readonly TriedRequestView[];
}

export interface DraftView {
  readonly place: DocumentPlace;
  /** What AWS would answer to storing it; absent where it would be stored. */
  readonly refusal?: RefusalView;
  /** In the order of the text. */
  readonly findings: readonly PolicyFindingView[];
  /** The command that stores it. */
  readonly command: string;
}

export interface RefusalView {
  readonly name: string;
  readonly message: string;
}

/** One finding at one place of the text. */
export interface PolicyFindingView {
  /** `error`: it cannot be stored, or cannot do what it says; `warning`: it may do more or less than meant. */
  readonly severity: 'error' | 'warning' | 'suggestion';
  /** Kebab-case: `public-principal`. */
  readonly code: string;
  readonly message: string;
  /** Lines and columns count from 1; offsets from 0, in UTF-16 code units; `to` is behind the last character. */
  readonly from: PlaceInText;
  readonly to: PlaceInText;
}

interface PlaceInText {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

export interface TriedRequestView {
  /** As it was asked. */
  readonly request: AskedRequest;
  readonly label: string;
  readonly before: AccessAnswerView;
  readonly after: AccessAnswerView;
  /** Whether the verdict differs. */
  readonly changed: boolean;
}

export interface AccessAnswerView {
  readonly verdict: 'allowed' | 'refused';
  /** The deciding reason in one short sentence. */
  readonly because: string;
  /** The layer that settled it, as people call it: `key policy`. */
  readonly layer: string;
  /** What AWS answers; absent where it is allowed. */
  readonly refusal?: RefusalView;
}

/** What an editor completes with. */
export interface PolicyVocabularyView {
  /** `kms:Decrypt`, with what it does in one sentence. */
  readonly actions: readonly { readonly name: string; readonly about: string }[];
  readonly conditionKeys: readonly ConditionKeyView[];
  readonly operators: readonly string[];
  /** Everyone of this world whom a policy may name. */
  readonly principals: readonly { readonly arn: string; readonly label: string }[];
  readonly resources: readonly { readonly arn: string; readonly label: string }[];
}

interface ConditionKeyView {
  /** `kms:EncryptionContext:` with its colon stands for all keys that begin so. */
  readonly name: string;
  /** `String`, `Bool`, `Numeric`, `Date`, `Arn`, `IpAddress` */
  readonly type: string;
  readonly isMultivalued: boolean;
}
