import type { Refusal, Stage } from '../../aws';
import { type AliasRecord, aliases, type KeyRecord, keys } from '../../kms';
import type { ExplainedCheck } from '../access';
import { type Wrapped, wrappedIn } from '../map/envelopes';
import type { WhyView } from '../model';
import type { AwsCommit, Scene } from '../scene';

/** A refused request with all that may explain it. */
export interface Refused {
  readonly scene: Scene;
  readonly commit: AwsCommit;
  readonly refusal: Refusal;
  /** The gate that refused. */
  readonly stage: Stage | undefined;
  /** The decision that failed, where authorization refused. */
  readonly check: ExplainedCheck | undefined;
}

/** Answers nothing where it does not fit. */
export type Explanation = (refused: Refused) => WhyView | undefined;

/** The same explanation whatever was asked. */
export function say(sentence: string, fix?: string): readonly Explanation[] {
  return [() => ({ sentence, fix })];
}

export function inputText({ commit }: Refused, member: string): string | undefined {
  const value = commit.request.input[member];
  return typeof value === 'string' ? value : undefined;
}

/** What the request names as its key: a key id, an ARN, an alias. */
export function namedKey(refused: Refused): string | undefined {
  return (
    inputText(refused, 'KeyId') ?? inputText(refused, 'SourceKeyId') ?? inputText(refused, 'TargetKeyId')
  );
}

/** The material behind the request's ciphertext. The lab's own knowledge. */
export function wrapperOf({ scene, commit }: Refused): Wrapped | undefined {
  const blob = commit.request.input.CiphertextBlob;
  return blob === undefined ? undefined : wrappedIn(scene, blob)[0];
}

/** Every key that holds the material of this key id: one, or the members of a multi-Region set. */
export function keysOfMaterial({ world }: Scene, keyId: string): readonly KeyRecord[] {
  return world
    .table(keys)
    .all()
    .filter((key) => key.keyId === keyId);
}

/** The key a request speaks of, if it exists in its Region. */
export function keyOf({ scene, commit }: Refused, name: string): KeyRecord | undefined {
  const { region } = commit.request;
  const alias = scene.world
    .table(aliases)
    .all()
    .find((one) => one.region === region && isNamed(one, name));
  const wanted = alias?.targetArn ?? name;
  return scene.world
    .table(keys)
    .all()
    .find((key) => key.region === region && (key.arn === wanted || key.keyId === wanted));
}

function isNamed({ name, arn }: AliasRecord, wanted: string): boolean {
  return wanted === name || wanted === arn;
}

/** The same alias name in other Regions. */
export function aliasElsewhere({ scene, commit }: Refused, name: string): AliasRecord | undefined {
  const bare = name.slice(name.indexOf('alias/'));
  return scene.world
    .table(aliases)
    .all()
    .find((one) => one.name === bare && one.region !== commit.request.region);
}

/** The same key in other Regions. */
export function keyElsewhere({ scene, commit }: Refused, name: string): KeyRecord | undefined {
  const id = name.slice(name.lastIndexOf('/') + 1);
  return scene.world
    .table(keys)
    .all()
    .find((key) => key.keyId === id && key.region !== commit.request.region);
}
