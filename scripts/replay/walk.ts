import type { ApiRequest } from '../../lib/aws';
import { needs, seededStream } from '../../lib/base';
import { Cloud, HOME_ACCESS_KEY } from '../../lib/cloud';

const START_MS = Date.UTC(2026, 10, 23, 9);
const REGIONS = ['eu-west-1', 'eu-central-1'] as const;
const DAY_MS = 24 * 60 * 60 * 1000;

/** What a walk left behind, and what replaying its log left behind. */
export interface Walked {
  readonly commits: number;
  readonly refused: number;
  readonly hash: string;
  readonly replayedHash: string;
}

/**
 * Sends requests, drawn from a seed, until the log holds that many commits; then sends what the log holds to a second world. The same seed gives
 * the same hash on every machine, in Node and in a browser.
 */
export function walk(seed: string, requests: number): Walked {
  const cloud = new Cloud({ seed, startMs: START_MS });
  const walker = new Walker(cloud, seed);
  while (cloud.world.log.head < requests) walker.step();
  const commits = cloud.world.log.since(0);
  const refused = commits.filter(({ outcome }) => outcome.refusal !== undefined).length;
  return {
    commits: commits.length,
    refused,
    hash: cloud.world.hash(),
    replayedHash: replay(cloud, seed).world.hash(),
  };
}

/** What the clock did by itself happens again by itself; what a request caused, it causes again. */
function replay(original: Cloud, seed: string): Cloud {
  const copy = new Cloud({ seed, startMs: START_MS });
  for (const commit of original.world.log.since(0)) {
    copy.advanceTo(Math.max(copy.world.nowMs, commit.atMs));
    if (commit.parent === undefined && commit.request.operation !== 'Due') copy.send(commit.request);
  }
  copy.advanceTo(original.world.nowMs);
  return copy;
}

type Draw = (count: number) => number;
type Step = (walker: Walker) => void;

class Walker {
  readonly draw: Draw;
  private readonly cloud: Cloud;
  private readonly keys: string[] = [];
  private readonly blobs: Uint8Array[] = [];

  constructor(cloud: Cloud, seed: string) {
    this.cloud = cloud;
    const stream = seededStream(seed, 'walk');
    this.draw = (count) => new DataView(stream.next(4).buffer).getUint32(0) % count;
  }

  step(): void {
    const step = STEPS[this.draw(STEPS.length)];
    needs(step, 'a step was drawn');
    step(this);
    this.cloud.advanceTo(this.cloud.world.nowMs + 200 + this.draw(2000));
  }

  send(operation: string, input: Record<string, unknown>): Record<string, unknown> | undefined {
    // Mostly where the keys are, sometimes in the other Region: refusals belong to the walk.
    const region = REGIONS[this.draw(8) === 0 ? 1 : 0];
    const request: ApiRequest = { service: 'kms', operation, region, credentials: HOME_ACCESS_KEY, input };
    const reply = this.cloud.send(request);
    return reply.ok ? reply.output : undefined;
  }

  key(): string {
    return this.keys[this.draw(this.keys.length)] ?? 'alias/none';
  }

  blob(): Uint8Array {
    return this.blobs[this.draw(this.blobs.length)] ?? new Uint8Array(1);
  }

  keepKey(output: Record<string, unknown> | undefined): void {
    const made = output?.KeyMetadata as { readonly KeyId: string } | undefined;
    if (made) this.keys.push(made.KeyId);
  }

  keepBlob(output: Record<string, unknown> | undefined): void {
    if (output?.CiphertextBlob instanceof Uint8Array) this.blobs.push(output.CiphertextBlob);
  }

  skip(ms: number): void {
    this.cloud.advanceTo(this.cloud.world.nowMs + ms);
  }
}

const CONTEXT = { EncryptionContext: { tenant: 'acme' } };
const PLAINTEXT = { Plaintext: Uint8Array.from({ length: 32 }, (_, i) => i) };

const STEPS: readonly Step[] = [
  (w) => w.keepKey(w.send('CreateKey', { MultiRegion: w.draw(2) === 1 })),
  (w) => w.keepBlob(w.send('Encrypt', { KeyId: w.key(), ...PLAINTEXT, ...CONTEXT })),
  (w) => w.keepBlob(w.send('GenerateDataKey', { KeyId: w.key(), KeySpec: 'AES_256', ...CONTEXT })),
  (w) => w.send('Decrypt', { CiphertextBlob: w.blob(), ...CONTEXT }),
  (w) => w.send('Decrypt', { CiphertextBlob: w.blob() }),
  (w) =>
    w.keepBlob(
      w.send('ReEncrypt', {
        CiphertextBlob: w.blob(),
        DestinationKeyId: w.key(),
        SourceEncryptionContext: CONTEXT.EncryptionContext,
        DestinationEncryptionContext: CONTEXT.EncryptionContext,
      }),
    ),
  (w) => w.send('CreateAlias', { AliasName: `alias/walk-${w.draw(40)}`, TargetKeyId: w.key() }),
  (w) => w.send('DeleteAlias', { AliasName: `alias/walk-${w.draw(40)}` }),
  (w) => w.send('DisableKey', { KeyId: w.key() }),
  (w) => w.send('EnableKey', { KeyId: w.key() }),
  (w) => w.send('EnableKeyRotation', { KeyId: w.key(), RotationPeriodInDays: 90 }),
  (w) => w.send('RotateKeyOnDemand', { KeyId: w.key() }),
  (w) => w.send('ReplicateKey', { KeyId: w.key(), ReplicaRegion: 'eu-central-1' }),
  (w) => w.send('TagResource', { KeyId: w.key(), Tags: [{ TagKey: 'team', TagValue: `${w.draw(9)}` }] }),
  (w) => w.send('ScheduleKeyDeletion', { KeyId: w.key(), PendingWindowInDays: 7 }),
  (w) => w.send('CancelKeyDeletion', { KeyId: w.key() }),
  (w) => w.skip(w.draw(12) === 0 ? DAY_MS : 0),
];
