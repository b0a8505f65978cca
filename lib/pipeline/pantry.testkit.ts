import {
  type AnyOperation,
  type ApiRequest,
  type AwsWorld,
  define,
  type Outcome,
  type Principal,
  type Refusal,
  refuse,
  shape,
} from '../aws';
import { bytesToHex } from '../base';
import { type TableDefinition, World } from '../world';
import type { Engine, Ports } from './engine';

/** A service that is nobody's: jars on a shelf. */
export interface Jar {
  readonly name: string;
  readonly label: string;
}

export const jars: TableDefinition<Jar> = { name: 'jars', id: (jar) => jar.name };

export const COOK: Principal = {
  type: 'user',
  account: '111122223333',
  arn: 'arn:aws:iam::111122223333:user/cook',
  userId: 'AIDACOOK',
  accessKeyId: 'AKIACOOK',
  tags: {},
};

const input = shape.structure({ Name: shape.string({ min: 1, max: 8 }), Then: shape.string() }, ['Name']);

/** Puts a jar up, then does what `Then` says: refuse, crash, or ask another operation for the same jar. */
const put = define({
  service: 'pantry',
  name: 'PutJar',
  about: 'Puts a jar up.',
  input,
  output: shape.structure({ Label: shape.string() }),
  readOnly: false,
  permissions: ({ input: { Name } }) => [{ action: 'pantry:PutJar', resource: `jar/${Name}` }],
  charges: (call) => [pool('put', call.principal.account)],
  validate: ({ input: { Name } }) =>
    Name === 'lid' ? refuse('ValidationException', 'a lid is no jar') : undefined,
  verdict: ({ input: { Name } }) => (Name === 'gone' ? refuse('NotFoundException') : undefined),
  handle: (call) => {
    const label = bytesToHex(call.random('label', 4));
    call.world.put(jars, { name: call.input.Name, label });
    if (call.input.Then === 'refuse') return refuse('Full', 'the shelf is full');
    if (call.input.Then === 'crash') throw new Error('the shelf broke');
    if (!call.input.Then) return { Label: label };
    const answer = call.call(
      'pantry',
      'PutJar',
      { Name: 'inner', Then: INNER[call.input.Then] },
      { via: 'pantry.aws' },
    );
    if (!answer.ok) return answer.refusal;
    if (call.input.Then === 'ask, then refuse') return refuse('Full', 'the shelf is full');
    if (call.input.Then === 'ask, then crash') throw new Error('the shelf broke');
    return { Label: label };
  },
  resources: (call) => [`jar/${call.input.Name}`],
});

/** What the inner request shall do, by what the outer one was told. */
const INNER: Readonly<Record<string, string>> = { 'ask and be refused': 'refuse', 'ask twice': 'ask' };

const read = define({
  service: 'pantry',
  name: 'ReadJar',
  about: 'Reads a label.',
  input,
  readOnly: true,
  permissions: () => [],
  handle: () => undefined as never,
});

const OPERATIONS: Readonly<Record<string, AnyOperation>> = { PutJar: put, ReadJar: read };

function pool(name: string, account: string) {
  return { pool: name, region: 'eu-west-1', account, units: 1, perSecond: 2, label: `${name} requests` };
}

export function pantry(ports: Partial<Ports> = {}, quotas = false): Engine & { readonly world: AwsWorld } {
  const world = new World<ApiRequest, Outcome>({ seed: 'pantry', startMs: 1000 });
  const all: Ports = {
    operation: (service, name) => (service === 'pantry' ? OPERATIONS[name] : undefined),
    authenticate: (request): Principal | Refusal =>
      request.credentials === COOK.accessKeyId
        ? COOK
        : refuse('UnrecognizedClientException', 'who are you?', 403),
    authorize: () => ({}),
    rate: (charge) => charge.perSecond,
    throttled: () => refuse('ThrottlingException', 'Rate exceeded'),
    ...ports,
  };
  return { world, ports: all, quotas };
}

export function asking(Name: string, Then?: string, operation = 'PutJar'): ApiRequest {
  const credentials = COOK.accessKeyId;
  return { service: 'pantry', operation, region: 'eu-west-1', credentials, input: { Name, Then } };
}
