import type { AnyStructureShape, Shape } from '../../aws';
import { encodeBase64 } from '../../base';
import { HOME_ACCESS_KEY, HOME_USER } from '../../cloud';
import type { Chance } from './chance.testkit';

/** Texts of earlier answers by the member that held them: ids, ARNs, ciphertexts, tokens. */
export class Memory {
  private readonly texts = new Map<string, string[]>();
  private readonly suggested = new Map<string, object[]>();

  /** Keeps every text of an answer under its member's name, and under the names that requests use for it. */
  learn(json: unknown, name = ''): void {
    if (typeof json === 'string') this.keep(name, json);
    else if (Array.isArray(json)) for (const item of json) this.learn(item, name);
    else if (typeof json === 'object' && json !== null)
      for (const [member, value] of Object.entries(json)) this.learn(value, member);
  }

  recall(name: string, chance: Chance): string | undefined {
    const texts = this.texts.get(SAME_AS[name] ?? name);
    return texts && chance.pick(texts);
  }

  /** A request that should succeed after what was answered. */
  suggest(operation: string, input: object): void {
    const inputs = this.suggested.get(operation) ?? [];
    this.suggested.set(operation, inputs);
    inputs[inputs.length < 30 ? inputs.length : 0] = input;
  }

  suggestion(operation: string, chance: Chance): object | undefined {
    const inputs = this.suggested.get(operation);
    return inputs && chance.pick(inputs);
  }

  private keep(name: string, text: string): void {
    if (text === HOME_USER || text === HOME_ACCESS_KEY) return;
    this.file(SAME_AS[name] ?? name, text);
    const [, names = []] = POOLS.find(([form]) => form.test(text)) ?? [];
    for (const one of names) this.file(one, text);
  }

  private file(key: string, text: string): void {
    const texts = this.texts.get(key) ?? [];
    this.texts.set(key, texts);
    if (texts.length < 60) texts.push(text);
    else texts[text.length % 60] = text;
  }
}

/** Ids whose form tells which members of requests take them. */
const POOLS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^r-\w+$/, ['RootId', 'ParentId', 'SourceParentId', 'DestinationParentId', 'TargetId']],
  [/^ou-\w+-\w+$/, ['OrganizationalUnitId', 'ParentId', 'DestinationParentId', 'ChildId', 'TargetId']],
  [/^p-\w+$/, ['PolicyId']],
  [/^car-\w+$/, ['CreateAccountRequestId']],
  [/^\d{12}$/, ['AccountId', 'ChildId', 'TargetId']],
];

/** Members that hold the same things. */
const SAME_AS: Readonly<Record<string, string>> = {
  Arn: 'KeyId',
  KeyArn: 'KeyId',
  TargetKeyId: 'KeyId',
  AliasName: 'KeyId',
  AliasArn: 'KeyId',
  SourceKeyId: 'KeyId',
  DestinationKeyId: 'KeyId',
  GrantTokens: 'GrantToken',
  NextMarker: 'Marker',
  SourceCiphertextBlob: 'CiphertextBlob',
  Message: 'Plaintext',
  PublicKey: 'PublicKey',
  RetiringPrincipal: 'GranteePrincipal',
  TableArn: 'TableName',
  TagKey: 'TagKeys',
};

/** A value of a shape as AWS JSON, mostly one that the service would take. */
export function jsonOf(shape: Shape, name: string, chance: Chance, memory: Memory, level = 0): unknown {
  switch (shape.kind) {
    case 'string':
      return textOf(shape, name, chance, memory);
    case 'integer':
    case 'long':
    case 'double':
      return (shape.min ?? 0) + chance.below(Math.min(40, (shape.max ?? 400) - (shape.min ?? 0) + 1));
    case 'boolean':
      return chance.happens(0.3);
    case 'blob':
      return (chance.happens(0.7) && memory.recall(name, chance)) || blobText(chance);
    case 'timestamp':
      return 1_795_000_000 + chance.below(100_000_000);
    case 'list':
      return Array.from({ length: 1 + chance.below(level > 3 ? 1 : 3) }, () =>
        jsonOf(shape.member, name, chance, memory, level + 1),
      );
    case 'map':
      return Object.fromEntries(
        Array.from({ length: chance.below(3) }, () => [
          chance.pick(CONTEXT_KEYS),
          jsonOf(shape.value, name, chance, memory, level + 1),
        ]),
      );
    case 'structure':
      return structureOf(shape, chance, memory, level);
  }
}

export function structureOf(
  shape: AnyStructureShape,
  chance: Chance,
  memory: Memory,
  level = 0,
): Record<string, unknown> {
  const value: Record<string, unknown> = {};
  const optional = level > 4 ? 0 : chance.pick([0, 0.1, 0.4]);
  for (const [name, member] of Object.entries(shape.members)) {
    const isWanted = shape.required.includes(name) || NEARLY_ALWAYS.has(name);
    if (chance.happens(isWanted ? 0.98 : optional)) {
      value[name] = jsonOf(member, name, chance, memory, level + 1);
    }
  }
  return value;
}

/** Without a user's name, IAM means the caller, who soon would be nobody any more. */
const NEARLY_ALWAYS = new Set(['KeyId', 'UserName']);

/** Making an RSA key takes up to seconds, and signing with ML-DSA some milliseconds. */
const SLOW = /^RSA_\d|^ML_DSA_\d/;
const CONTEXT_KEYS = ['tenant', 'table', '__proto__', 'constructor', 'aws:x', ''];

const POLICIES = [
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"kms:*","Resource":"*"}]}',
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"sts:AssumeRole"}]}',
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"kms:*","Resource":"*"}]}',
  '{"Version":"2012-10-17","Statement":{"Effect":"Deny","Principal":"*","Action":"kms:Encrypt","Resource":"*","Condition":{"StringEquals":{"kms:EncryptionContext:tenant":"x"}}}}',
  '{"Statement":[]}',
  '[]',
  `${'['.repeat(5000)}${']'.repeat(5000)}`,
];

function textOf(
  shape: Extract<Shape, { kind: 'string' }>,
  name: string,
  chance: Chance,
  memory: Memory,
): string {
  if (shape.values) {
    const quick = shape.values.filter((value) => !SLOW.test(value));
    return chance.pick(quick.length > 0 ? quick : shape.values);
  }
  if (/Policy$|Document$/.test(name)) return chance.pick(POLICIES);
  if (/Principal$/.test(name) && chance.happens(0.8)) return 'arn:aws:iam::111122223333:user/student';
  if (/Region$/.test(name)) return chance.pick(['eu-central-1', 'us-east-1', 'eu-west-1', 'mars-1']);
  if (name === 'AliasName' && chance.happens(0.5)) return `alias/a${chance.below(50)}`;
  const known = chance.happens(0.85) ? memory.recall(name, chance) : undefined;
  return known ?? `n${chance.below(60)}`;
}

function blobText(chance: Chance): string {
  return encodeBase64(
    Uint8Array.from({ length: chance.pick([1, 16, 32, 48, 64, 200]) }, () => chance.below(256)),
  );
}
