import type { ApiRequest } from '../aws';
import { needs } from '../base';
import { HOME_ACCESS_KEY, HOME_ACCOUNT } from '../cloud';
import { type Lesson, Session } from '../run';
import type { GuideView } from './model';
import type { Look } from './screen';
import { screenView } from './screen';

export const START = Date.UTC(2026, 10, 23, 9);
export const WEST = 'eu-west-1';
export const CENTRAL = 'eu-central-1';

export const LESSON: Lesson<GuideView> = {
  id: 'test',
  title: 'Test',
  crumbs: [],
  seed: 'views',
  startMs: START,
  region: WEST,
  regions: [WEST, CENTRAL],
  identities: [{ profile: 'default', name: 'user/student', account: HOME_ACCOUNT }],
  setup: [],
};

type Output = Readonly<Record<string, unknown>>;

/** A session that is driven request by request; each is a cell of its own and takes a second. */
export class Story {
  readonly session = Session.begin({
    id: 'story',
    scenario: LESSON.id,
    seed: LESSON.seed,
    startMs: START,
    product: '0.1.0',
    createdAtMs: START,
  });
  private readonly sent = new Set<string>();
  private readonly lesson: Lesson<GuideView>;

  constructor(more: Partial<Lesson<GuideView>> = {}) {
    this.lesson = { ...LESSON, ...more };
  }

  /** Sends a request; answers its output, or the refusal's name. */
  attempt(service: string, operation: string, input: Output, region = WEST): Output | string {
    const request: ApiRequest = { service, operation, region, credentials: HOME_ACCESS_KEY, input };
    this.session.begin(`aws ${service} ${operation}`, 'typed');
    const reply = this.session.send(request);
    this.session.advance(1000);
    const ran = { source: operation, stdout: '', stderr: '', exitCode: 0, seqs: [reply.seq as number] };
    this.session.end({ statements: [ran], exitCode: reply.ok ? 0 : 254, stopped: false });
    return reply.ok ? reply.output : reply.refusal.name;
  }

  send(service: string, operation: string, input: Output, region = WEST): Output {
    const output = this.attempt(service, operation, input, region);
    needs(typeof output !== 'string', `${operation} is answered, not ${String(output)}`);
    return output;
  }

  /** A cell that only moves the clock. */
  wait(ms: number): void {
    this.session.begin(`lab clock +${ms}`, 'button');
    this.session.advance(ms);
    this.session.end({ statements: [], exitCode: 0, stopped: false });
  }

  screen(look: Look = { at: 'now' }) {
    const saved = { state: 'saved', sentence: 'saved' } as const;
    return screenView(this.session, this.lesson, look, { sent: this.sent, saved });
  }

  createKey(input: Output = {}): string {
    return (this.send('kms', 'CreateKey', input).KeyMetadata as { KeyId: string }).KeyId;
  }

  /** A table in both Regions, with items that each carry a data key wrapped by KMS. */
  orders(keyId: string, count: number): void {
    const table = {
      TableName: 'orders',
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      BillingMode: 'PAY_PER_REQUEST',
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
    };
    this.send('dynamodb', 'CreateTable', table);
    this.wait(60_000);
    this.send('dynamodb', 'UpdateTable', {
      TableName: 'orders',
      ReplicaUpdates: [{ Create: { RegionName: CENTRAL } }],
    });
    this.wait(600_000);
    for (let id = 1; id <= count; id++) this.order(keyId, String(id));
  }

  order(keyId: string, id: string): Uint8Array {
    const { CiphertextBlob } = this.send('kms', 'GenerateDataKey', { KeyId: keyId, KeySpec: 'AES_256' });
    this.send('dynamodb', 'PutItem', {
      TableName: 'orders',
      Item: { id: { S: id }, wrapped: { B: CiphertextBlob } },
    });
    return CiphertextBlob as Uint8Array;
  }
}
