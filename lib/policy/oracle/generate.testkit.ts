// biome-ignore-all lint/suspicious/noTemplateCurlyInString: policy variables are written so
import fc from 'fast-check';
import type { Principal } from '../matching/principal';
import {
  callersOf,
  type Document,
  KEY,
  namesIn,
  OTHER,
  OWNER,
  type Statement,
  type Values,
  type World,
} from './world.testkit';

const SERVICE = 'logs.amazonaws.com';
const pick = fc.constantFrom;

/** What the values of one kind of operator look like, in documents and in requests. */
type Family = {
  readonly operators: readonly string[];
  readonly keys: readonly string[];
  readonly wanted: readonly string[];
  readonly found: readonly string[];
};

const tag = (name: string) => `aws:PrincipalTag/${name}`;
const ordered = (family: string) =>
  ['Equals', 'NotEquals', 'LessThan', 'LessThanEquals', 'GreaterThan', 'GreaterThanEquals'].map(
    (suffix) => family + suffix,
  );
const both = (family: string, ...suffixes: readonly string[]) =>
  suffixes.flatMap((suffix) => [`${family}${suffix}`, `${family}Not${suffix}`]);

const texts = ['acme', 'Acme', 'ac*', 'globex', 'a?me'];
const role = 'arn:aws:iam::111111111111:role/team/app';

export const families: readonly Family[] = [
  {
    operators: both('String', 'Equals', 'EqualsIgnoreCase', 'Like'),
    keys: [
      tag('team'),
      'kms:EncryptionContext:tenant',
      'kms:ViaService',
      'aws:username',
      'KMS:encryptioncontext:Tenant',
    ],
    wanted: [
      ...texts,
      '*',
      'a*e',
      'alice',
      '${aws:username}',
      '${aws:PrincipalTag/team}',
      'a${*}',
      "${aws:PrincipalTag/none, 'acme'}",
    ],
    found: texts,
  },
  {
    operators: both('Arn', 'Equals', 'Like'),
    keys: ['aws:PrincipalArn', 'aws:SourceArn'],
    wanted: [
      role,
      'arn:aws:iam::*:role/*',
      'arn:aws:iam::1*:*/${aws:username}',
      'arn:*:iam::*:user/al?ce',
      'acme',
      '*',
    ],
    found: [role, 'arn:aws:iam::222222222222:user/alice', 'arn:aws:s3:::bucket:with:colons', 'acme'],
  },
  {
    operators: ordered('Numeric'),
    keys: [tag('count'), 'aws:MultiFactorAuthAge'],
    wanted: ['7', '7.0', '8', '-1', '1e3', 'many', '${aws:PrincipalTag/count}'],
    found: ['7', '7.5', '8', '1000', 'some'],
  },
  {
    operators: ordered('Date'),
    keys: [tag('date'), 'aws:CurrentTime'],
    wanted: ['2026-11-22T10:00:00Z', '2026-11-22', '2026', '1795341600', 'today'],
    found: ['2026-11-22T10:00:00Z', '2026-11-22T12:00:00+02:00', '2026-11-23', '1795341600', 'later'],
  },
  {
    operators: ['Bool'],
    keys: ['aws:SecureTransport', tag('flag')],
    wanted: ['true', 'false', 'True', 'yes', '${aws:PrincipalTag/flag}'],
    found: ['true', 'false', 'yes'],
  },
  {
    operators: ['BinaryEquals'],
    keys: [tag('bytes')],
    wanted: ['QUJD', 'QUI=', 'QUJ=', 'no base64'],
    found: ['QUJD', 'QUI=', 'no base64'],
  },
  {
    operators: ['IpAddress', 'NotIpAddress'],
    keys: ['aws:SourceIp', tag('address')],
    wanted: [
      '203.0.113.0/24',
      '203.0.113.7',
      '10.0.0.0/9',
      '2001:DB8::/32',
      '2001:db8:0::1',
      '::/0',
      '10.0.0',
    ],
    found: ['203.0.113.7', '10.127.0.1', '10.128.0.1', '2001:db8::1', '::1', 'nowhere'],
  },
];

const lists = ['aws:TagKeys', 'kms:EncryptionContextKeys', 'aws:CalledVia'];
const oneOrMore = (values: readonly string[], atMost: number): fc.Arbitrary<Values> =>
  fc.oneof(pick(...values), fc.array(pick(...values), { minLength: 1, maxLength: atMost }));

const byFamily = families.map(({ operators, keys, wanted, found }) => {
  const any = fc.record({
    form: pick(
      '',
      '',
      '',
      'IfExists',
      'ForAnyValue:',
      'ForAllValues:',
      'ForAnyValue:IfExists',
      'ForAllValues:IfExists',
    ),
    operator: pick(...operators),
    key: fc.oneof({ weight: 5, arbitrary: pick(...keys) }, { weight: 2, arbitrary: pick(...lists) }),
    values: oneOrMore([...wanted, ...found], 3),
  });
  return any.map(({ form, operator, key, values }) => ({
    [`${form.replace('IfExists', '')}${operator}${form.endsWith('IfExists') ? 'IfExists' : ''}`]: {
      [key]: values,
    },
  }));
});
const allKeys = [...families.flatMap(({ keys }) => keys), ...lists];
const presence = fc
  .tuple(pick(...allKeys), oneOrMore(['true', 'false'], 2))
  .map(([key, values]) => ({ Null: { [key]: values } }));

/** One or two operators; they are joined by AND. */
const condition = fc
  .array(fc.oneof(...byFamily, presence), { minLength: 1, maxLength: 2 })
  .map((parts) => Object.assign({}, ...parts) as Statement);

const action = pick('kms:Decrypt', 'kms:*', 'KMS:dec*', 'kms:D?crypt', 'kms:Encrypt', 'kms:DescribeKey', '*');
const resource = pick(
  '*',
  KEY,
  'arn:aws:kms:*:*:key/*',
  'arn:aws:kms:*',
  `arn:aws:kms:eu-west-1:${OWNER}:*`,
  `arn:aws:kms:us-east-1:${OWNER}:key/k-1`,
  'arn:aws:kms:*:*:key/${aws:PrincipalTag/team}',
  "arn:aws:kms:*:*:key/${aws:PrincipalTag/none, 'k-1'}",
  'arn:aws:kms:*:*:k*/k-1',
  `arn:aws:KMS:eu-west-1:${OWNER}:key/k-1`,
  'arn:aws:kms:*:*:key/k-?',
);

const names = fc.oneof(
  { weight: 2, arbitrary: fc.constant<unknown>('*') },
  {
    weight: 8,
    arbitrary: fc
      .subarray([...namesIn(OWNER), ...namesIn(OTHER), '*'], { minLength: 1, maxLength: 4 })
      .map((AWS): unknown => ({ AWS })),
  },
  { weight: 1, arbitrary: fc.constant<unknown>({ Service: SERVICE }) },
  { weight: 1, arbitrary: fc.constant<unknown>({ AWS: OTHER, Service: ['sns.amazonaws.com', SERVICE] }) },
);

type Kind = 'resource' | 'guardrail' | 'endpoint' | 'identity';

/** `guardrail` here is a resource control policy: for everyone, and its statements only deny. */
function statement(kind: Kind): fc.Arbitrary<Statement> {
  const parts = fc.record({
    effect: pick('Allow', 'Allow', 'Allow', 'Allow', 'Deny'),
    action: oneOrMoreOf(action),
    resource: oneOrMoreOf(resource),
    principal: names,
    condition: maybe(condition),
    negate: fc.nat(11),
  });
  return parts.map(({ effect, action, resource, principal, condition, negate }) => ({
    Effect: kind === 'guardrail' ? 'Deny' : effect,
    [negate === 1 && kind !== 'guardrail' ? 'NotAction' : 'Action']: kind === 'guardrail' ? 'kms:*' : action,
    [negate === 2 ? 'NotResource' : 'Resource']: kind === 'guardrail' ? '*' : resource,
    ...(kind === 'resource'
      ? { [negate === 3 || negate === 4 ? 'NotPrincipal' : 'Principal']: principal }
      : {}),
    ...(kind === 'guardrail' || kind === 'endpoint' ? { Principal: '*' } : {}),
    ...(condition ? { Condition: condition } : {}),
  }));
}

function oneOrMoreOf(values: fc.Arbitrary<string>): fc.Arbitrary<Values> {
  return fc.oneof(values, values, fc.array(values, { minLength: 1, maxLength: 2 }));
}

const wide: Readonly<Record<Kind, Statement>> = {
  identity: { Effect: 'Allow', Action: '*', Resource: '*' },
  resource: { Effect: 'Allow', Action: 'kms:*', Resource: '*', Principal: { AWS: OWNER } },
  endpoint: { Effect: 'Allow', Action: '*', Resource: '*', Principal: '*' },
  guardrail: { Effect: 'Deny', Action: 's3:*', Resource: '*', Principal: '*' },
};

/** Often beginning with a wide statement: otherwise hardly any request would be allowed. */
function document(kind: Kind): fc.Arbitrary<Document> {
  const start = kind === 'resource' ? pick([], [wide.resource]) : pick([wide[kind]], [wide[kind]], []);
  return fc
    .tuple(start, fc.array(statement(kind), { maxLength: 3 }), fc.nat(9))
    .map(([first, more, old]) => ({
      Version: old === 0 && kind !== 'guardrail' ? '2008-10-17' : '2012-10-17',
      Statement: first.length + more.length > 0 ? [...first, ...more] : [wide[kind]],
    }));
}

const maybe = <T>(of: fc.Arbitrary<T>) => fc.oneof(fc.constant(undefined), of);

const known = families.flatMap(({ keys, found }) =>
  keys
    .filter((key) => !/^aws:(PrincipalArn|username)$|^KMS/.test(key))
    .map((key) => [key, pick(...found)] as const),
);
const everyFound = [...families.flatMap(({ found }) => found), ''];
const listed = lists.map((key) => [key, fc.array(pick(...everyFound), { maxLength: 2 })] as const);
const context = fc.record<Record<string, Values>>(
  Object.fromEntries<fc.Arbitrary<Values>>([...known, ...listed]),
  {
    requiredKeys: [],
  },
);

const strangers: readonly Principal[] = [{ type: 'service', service: SERVICE }, { type: 'anonymous' }];
const principal = fc.oneof(
  { weight: 6, arbitrary: pick(...callersOf(OWNER)) },
  { weight: 4, arbitrary: pick(...callersOf(OTHER)) },
  { weight: 1, arbitrary: pick(...strangers) },
);

/** Takes away what this caller cannot have. */
function withoutTheImpossible(world: World): World {
  const { principal } = world;
  const hasSessions = principal.type === 'role-session' || principal.type === 'federated';
  const isIdentity = hasSessions || principal.type === 'user';
  const isStranger = !('account' in principal);
  return {
    ...world,
    identity: isIdentity ? world.identity : [],
    boundary: isIdentity ? world.boundary : undefined,
    session: hasSessions ? world.session : undefined,
    scp: isStranger ? [] : world.scp,
  };
}

const REQUESTS = 8;
const request = fc.record({ principal, action: pick('kms:Decrypt', 'kms:Decrypt', 'kms:Encrypt'), context });

/** Worlds of the same documents, one for each of some requests: documents are dear to make and to read. */
export const worlds: fc.Arbitrary<readonly World[]> = fc
  .record({
    requests: fc.array(request, { minLength: 1, maxLength: REQUESTS, size: 'max' }),
    resource: document('resource'),
    identity: fc.array(document('identity'), { maxLength: 2 }),
    boundary: maybe(document('identity')),
    session: maybe(document('identity')),
    scp: fc.array(document('identity'), { maxLength: 2 }),
    rcp: fc.array(document('guardrail'), { maxLength: 1 }),
    endpoint: maybe(document('endpoint')),
  })
  .map(({ requests, ...documents }) => requests.map((one) => withoutTheImpossible({ ...documents, ...one })));
