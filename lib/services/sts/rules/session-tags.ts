import type { Refusal } from '../../../aws';
import { refuse } from '../../../aws';

interface Tagged {
  readonly Tags?: readonly { readonly Key: string; readonly Value: string }[];
  readonly TransitiveTagKeys?: readonly string[];
}

/** Tags a role session carries and those that it hands on. */
export interface SessionTags {
  readonly tags: Readonly<Record<string, string>>;
  readonly transitive: Readonly<Record<string, string>>;
}

export type Tags = Readonly<Record<string, string>>;

export function tagsOf(list: readonly { readonly Key: string; readonly Value: string }[] = []): Tags {
  return Object.fromEntries(list.map(({ Key, Value }) => [Key, Value]));
}

/** The role's own tags, under those inherited along the chain, under those of this request. */
export function sessionTags(role: Tags, inherited: Tags, request: Tagged): SessionTags {
  const own = tagsOf(request.Tags);
  const handedOn = (request.TransitiveTagKeys ?? []).filter((key) => own[key] !== undefined);
  return {
    tags: { ...role, ...inherited, ...own },
    transitive: { ...inherited, ...Object.fromEntries(handedOn.map((key) => [key, own[key] as string])) },
  };
}

/** A tag inherited as transitive cannot be set anew, and a transitive key must be the key of a tag. */
export function refuseSessionTags(inherited: Tags, request: Tagged): Refusal | undefined {
  const own = tagsOf(request.Tags);
  const keys = (request.Tags ?? []).map(({ Key }) => Key.toLowerCase());
  if (new Set(keys).size < keys.length) {
    return invalid('Duplicate tag keys found. Please note that Tag keys are case insensitive.');
  }
  const held = new Set(Object.keys(inherited).map((key) => key.toLowerCase()));
  if (keys.some((key) => held.has(key))) {
    return invalid(
      "One of the specified session tags can't be set because it conflicts with a transitive tag key from the calling session.",
    );
  }
  const stranger = (request.TransitiveTagKeys ?? []).find((key) => own[key] === undefined);
  if (stranger === undefined) return undefined;
  return invalid(`The transitive tag key ${stranger} must be the key of a session tag in the same request.`);
}

function invalid(message: string): Refusal {
  return refuse('InvalidParameterValue', message);
}
