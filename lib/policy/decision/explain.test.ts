// biome-ignore-all lint/suspicious/noTemplateCurlyInString: policy variables are written so
import { describe, expect, it } from 'vitest';
import { createContext } from '../matching/context';
import {
  allow,
  arns,
  BOX,
  callers,
  deny,
  layers,
  OTHER,
  OWNER,
  otherAllow,
  policy,
  request,
  withContext,
} from '../policy.testkit';
import { explain } from './explain';
import type { Layers } from './request';
import type { Explanation, LayerTrace } from './trace';

function layerOf(explanation: Explanation, name: LayerTrace['layer']): LayerTrace {
  const layer = explanation.layers.find((one) => one.layer === name);
  if (!layer) throw new Error(`the explanation has the layer ${name}`);
  return layer;
}

/** `layer index`, of the statements and other allows the outcome hangs on. */
function decidingOf({ layers: all }: Explanation): string[] {
  return all.flatMap(({ layer, statements, others }) => [
    ...statements.filter((one) => one.deciding).map((one) => `${layer} ${one.index}`),
    ...others.filter((one) => one.deciding).map((one) => `other ${one.id}`),
  ]);
}

const tenant = (value: string) => ({ StringEquals: { 'vault:EncryptionContext:tenant': value } });

describe('explain', () => {
  it('tells all of a small decision', () => {
    const resourcePolicy = policy(
      'resource',
      allow({ Sid: 'Tenant', Principal: { AWS: arns.user() }, Condition: tenant('globex') }),
    );
    const one = withContext(callers.user(), { known: { 'vault:EncryptionContext:tenant': 'acme' } });
    const range = expect.objectContaining({ from: expect.objectContaining({ line: 1 }) });
    const condition = {
      element: 'Condition',
      result: 'no',
      explain: '`vault:EncryptionContext:tenant` was `acme`, the policy wants `globex`.',
      wanted: ['globex'],
      found: ['acme'],
      range,
      operator: 'StringEquals',
      key: 'vault:EncryptionContext:tenant',
      depends: [],
    };
    const absent = { verdict: 'absent', deciding: false, levels: [], statements: [], others: [] };
    expect(explain(one, layers({ resourcePolicy }))).toEqual({
      verdict: 'implicitDeny',
      reason: 'resource',
      isCrossAccount: false,
      side: undefined,
      depends: [],
      paths: [],
      wants: ['direct', 'role', 'delegated', 'otherOwner', 'otherOwnerCapped'].map((name) => ({
        name,
        layer: 'resource',
        isDeny: false,
      })),
      explain: `\`vault:Open\` by \`${arns.user()}\` is refused: no resource-based policy allows it.`,
      layers: [
        { ...absent, layer: 'rcp', explain: 'No resource control policy applies to this request.' },
        { ...absent, layer: 'scp', explain: 'No service control policy applies to this request.' },
        { ...absent, layer: 'endpoint', explain: 'No VPC endpoint policy applies to this request.' },
        {
          layer: 'resource',
          verdict: 'implicitDeny',
          deciding: true,
          explain: 'No resource-based policy allows the request.',
          levels: [],
          others: [],
          statements: [
            {
              layer: 'resource',
              level: undefined,
              document: { name: 'the resource policy', arn: `arn:aws:iam::${OWNER}:policy/resource` },
              index: 0,
              sid: 'Tenant',
              effect: 'Allow',
              matched: 'no',
              via: 'self',
              elements: [
                {
                  element: 'Principal',
                  result: 'yes',
                  explain: `The statement names \`${arns.user()}\` itself.`,
                  wanted: [arns.user()],
                  found: [arns.user()],
                  range,
                  depends: [],
                },
                {
                  element: 'Action',
                  result: 'yes',
                  explain: '`vault:Open` is covered by `vault:Open`.',
                  wanted: ['vault:Open'],
                  found: ['vault:Open'],
                  range,
                  depends: [],
                },
                {
                  element: 'Resource',
                  result: 'yes',
                  explain: `\`${BOX}\` is covered by \`*\`.`,
                  wanted: ['*'],
                  found: [BOX],
                  range,
                  depends: [],
                },
                condition,
              ],
              missing: [condition],
              explain:
                'This statement does not apply: `vault:EncryptionContext:tenant` was `acme`, the policy wants `globex`.',
              deciding: false,
              range,
            },
          ],
        },
        { ...absent, layer: 'other', explain: 'Nothing else allows the request.' },
        {
          ...absent,
          layer: 'identity',
          verdict: 'implicitDeny',
          explain: 'No identity-based policy allows the request.',
        },
        { ...absent, layer: 'boundary', explain: 'No permissions boundary applies to this request.' },
        { ...absent, layer: 'session', explain: 'No session policy applies to this request.' },
      ],
    });
  });

  it('shows every way in which a request is allowed (fact: authorization 12, vector 6)', () => {
    const resourcePolicy = policy(
      'resource',
      allow({ Sid: 'Root', Principal: { AWS: OWNER } }),
      allow({ Sid: 'Role', Principal: { AWS: arns.role() }, Condition: tenant('acme') }),
    );
    const those = layers({
      resourcePolicy,
      identity: [policy('identity', allow())],
      otherAllows: [otherAllow()],
    });
    const acme = explain(
      withContext(callers.session(), { known: { 'vault:EncryptionContext:tenant': 'acme' } }),
      those,
    );
    const globex = explain(
      withContext(callers.session(), { known: { 'vault:EncryptionContext:tenant': 'globex' } }),
      those,
    );
    expect([acme.paths, globex.paths]).toEqual([
      ['role', 'delegation', 'other-allow'],
      ['delegation', 'other-allow'],
    ]);
    expect(decidingOf(acme)).toEqual(['resource 0', 'resource 1', 'other o-1', 'identity 0']);
    expect(decidingOf(globex)).toEqual(['resource 0', 'other o-1', 'identity 0']);
  });

  it('names only the denying statements of an explicit deny', () => {
    const those = layers({
      resourcePolicy: policy('resource', allow({ Principal: '*' }), deny({ Principal: '*', Sid: 'No' })),
      identity: [policy('identity', allow(), deny({ Action: 'vault:Close' }), deny())],
    });
    const explanation = explain(request(callers.user()), those);
    expect(decidingOf(explanation)).toEqual(['resource 1', 'identity 2']);
    expect(explanation.explain).toBe(
      `\`vault:Open\` by \`${arns.user()}\` is refused: an explicit deny wins, here statement "No" of the resource policy and statement 3 of the identity policy.`,
    );
    expect(layerOf(explanation, 'resource')).toMatchObject({
      verdict: 'explicitDeny',
      deciding: true,
      explain: 'statement "No" of the resource policy denies the request explicitly.',
    });
  });

  it('gives a near miss its one missing element', () => {
    const those = layers({
      identity: [
        policy(
          'identity',
          allow({ Action: ['vault:Close', 'vault:Look'] }),
          allow({ Action: undefined, NotAction: ['vault:*', 'x:y'] }),
          allow({ Resource: 'arn:aws:vault:eu-west-1:111111111111:box/${aws:username}' }),
          allow({ Resource: 'arn:aws:vault:eu-west-1:111111111111:box/${x:none}' }),
          allow({ Resource: undefined, NotResource: ['arn:aws:vault:*:*:box/b-*'] }),
          allow({
            Action: 'vault:Close',
            Resource: 'arn:aws:store:::x',
            Condition: { Null: { 'x:y': 'false' } },
          }),
        ),
      ],
      resourcePolicy: policy(
        'resource',
        allow({ Principal: { AWS: [OTHER, arns.role()] } }),
        allow({ Principal: undefined, NotPrincipal: { AWS: [OWNER] } }),
        allow({ Principal: '*', Resource: undefined }),
        allow({ Principal: '*', Action: undefined }),
      ),
    });
    const explanation = explain(request(callers.user()), those);
    const missing = ['resource', 'identity'].flatMap((name) =>
      layerOf(explanation, name as 'resource').statements.map((statement) =>
        statement.missing.map(({ element, explain: sentence }) => `${element}: ${sentence}`),
      ),
    );
    expect(missing).toEqual([
      [`Principal: The statement names \`${OTHER}\`, \`${arns.role()}\`; the caller is \`${arns.user()}\`.`],
      [`NotPrincipal: The statement leaves out \`${OWNER}\`, and so \`${arns.user()}\`.`],
      ['Resource: The statement has no Resource, so it has no effect.'],
      ['Action: The statement has no Action, so it has no effect.'],
      ['Action: `vault:Open` is not covered by `vault:Close`, `vault:Look`.'],
      ['NotAction: `vault:Open` is covered by `vault:*`, which NotAction excepts.'],
      [`Resource: \`${BOX}\` is not covered by \`arn:aws:vault:eu-west-1:111111111111:box/alice\`.`],
      [
        `Resource: \`${BOX}\` is not covered by \`arn:aws:vault:eu-west-1:111111111111:box/\${x:none}\`. The variable \`x:none\` has no single value in this request.`,
      ],
      [`NotResource: \`${BOX}\` is covered by \`arn:aws:vault:*:*:box/b-*\`, which NotResource excepts.`],
      [
        'Action: `vault:Open` is not covered by `vault:Close`.',
        `Resource: \`${BOX}\` is not covered by \`arn:aws:store:::x\`.`,
        'Condition: `x:y` is not in the request; the policy wants it present.',
      ],
    ]);
  });

  it('points at the one value that matched', () => {
    const those = layers({
      resourcePolicy: policy(
        'resource',
        allow({
          Principal: { AWS: [OTHER, arns.user()] },
          Action: ['a:b', 'vault:*'],
          Resource: ['arn:aws:a:::b', '*'],
        }),
      ),
    });
    const explanation = explain(request(callers.user()), those);
    const text = those.resourcePolicy?.policy.document.text ?? '';
    const [statement] = layerOf(explanation, 'resource').statements;
    const pieces = statement?.elements.map(({ range }) => text.slice(range?.from.offset, range?.to.offset));
    expect(pieces).toEqual([`"${arns.user()}"`, '"vault:*"', '"*"']);
    expect(text.slice(statement?.range.from.offset, statement?.range.to.offset)).toMatch(/^\{"Effect".*\}$/);
  });

  it('points at the whole element when none of its values matched or all must not', () => {
    const those = layers({
      identity: [
        policy('identity', allow({ Action: ['a:b'], Resource: undefined, NotResource: ['arn:aws:a:::b'] })),
      ],
    });
    const explanation = explain(request(callers.user()), those);
    const text = those.identity[0]?.policy.document.text ?? '';
    const pieces = layerOf(explanation, 'identity').statements[0]?.elements.map(({ range }) =>
      text.slice(range?.from.offset, range?.to.offset),
    );
    expect(pieces).toEqual(['"Action":["a:b"]', '"NotResource":["arn:aws:a:::b"]']);
  });

  it('lists the levels of guardrails', () => {
    const scp = [
      [policy('scp', allow({ Action: '*' }))],
      [policy('scp', allow({ Action: 'x:*' })), policy('scp', allow({ Sid: 'Second' }))],
      [policy('scp', allow({ Action: 'x:*' }))],
      [policy('scp', deny())],
    ];
    const layer = layerOf(explain(request(callers.user()), layers({ scp })), 'scp');
    expect(layer.levels).toEqual(['allow', 'allow', 'implicitDeny', 'explicitDeny']);
    expect(layer.statements.map(({ level }) => level)).toEqual([0, 1, 1, 2, 3]);
    expect(layer.verdict).toBe('explicitDeny');
  });

  it('depends on exactly the keys that would settle it', () => {
    const resourcePolicy = policy(
      'resource',
      allow({ Principal: { AWS: arns.user() }, Condition: tenant('acme') }),
      allow({ Principal: { AWS: OWNER }, Condition: { Bool: { 'x:Irrelevant': 'true' } } }),
      deny({ Principal: '*', Condition: { StringLike: { 'x:Name': '${X:Variable}*' } } }),
    );
    const context = createContext({
      known: { 'x:Name': 'n' },
      unknown: ['vault:*', 'x:irrelevant', 'x:variable'],
    });
    const explanation = explain(request(callers.user(), { context }), layers({ resourcePolicy }));
    expect(explanation).toMatchObject({
      verdict: 'depends',
      reason: 'depends',
      depends: ['vault:EncryptionContext:tenant', 'X:Variable'],
      explain: `\`vault:Open\` by \`${arns.user()}\` depends on \`vault:EncryptionContext:tenant\`, \`X:Variable\`.`,
    });
    expect(decidingOf(explanation)).toEqual(['resource 0', 'resource 2']);
    expect(layerOf(explanation, 'resource')).toMatchObject({
      verdict: 'depends',
      explain: 'Whether the resource-based policy allows the request depends on keys that are not known.',
    });
    expect(layerOf(explanation, 'resource').statements[0]?.explain).toBe(
      'Whether this statement allows the request depends: `vault:EncryptionContext:tenant` is not known yet; the policy wants `acme`.',
    );
  });

  it('depends on variables of resources', () => {
    const resourcePolicy = policy(
      'resource',
      allow({ Principal: '*', Resource: 'arn:aws:vault:eu-west-1:111111111111:box/${x:Name}' }),
    );
    const context = createContext({ unknown: 'others' });
    const explanation = explain(request(callers.user(), { context }), layers({ resourcePolicy }));
    expect(explanation.depends).toEqual(['x:Name']);
    expect(layerOf(explanation, 'resource').statements[0]?.missing).toMatchObject([
      {
        element: 'Resource',
        result: 'depends',
        explain: `\`${BOX}\` is not covered by \`arn:aws:vault:eu-west-1:111111111111:box/\${x:Name}\`. \`x:Name\` is not known yet.`,
        depends: ['x:Name'],
      },
    ]);
  });

  it('does not ask for keys of a level that already allows', () => {
    const pending = (key: string) => allow({ Condition: { Bool: { [key]: 'true' } } });
    const scp = [[policy('scp', allow(), pending('x:Settled'))], [policy('scp', pending('x:Open'))]];
    const resourcePolicy = policy('resource', allow({ Principal: '*' }));
    const context = createContext({ unknown: 'others' });
    const explanation = explain(request(callers.user(), { context }), layers({ resourcePolicy, scp }));
    expect(explanation.depends).toEqual(['x:Open']);
    expect(layerOf(explanation, 'scp').levels).toEqual(['allow', 'depends']);
  });

  it('shows other allows with their own explanation', () => {
    const otherAllows = [
      otherAllow({ id: 'a', matched: false, explain: () => 'wrong grantee' }),
      otherAllow({ id: 'b', matched: 'depends', depends: ['vault:EncryptionContext:tenant'], side: 'both' }),
    ];
    const explanation = explain(request(callers.user()), layers({ otherAllows }));
    expect(explanation).toMatchObject({ verdict: 'depends', depends: ['vault:EncryptionContext:tenant'] });
    expect(layerOf(explanation, 'other')).toEqual({
      layer: 'other',
      verdict: 'depends',
      deciding: true,
      explain: 'Whether another allow covers the request depends on keys that are not known.',
      levels: [],
      statements: [],
      others: [
        {
          id: 'a',
          label: 'pass o-1',
          side: 'owner',
          matched: 'no',
          explain: 'wrong grantee',
          depends: [],
          deciding: false,
        },
        {
          id: 'b',
          label: 'pass o-1',
          side: 'both',
          matched: 'depends',
          explain: 'the pass fits',
          depends: ['vault:EncryptionContext:tenant'],
          deciding: true,
        },
      ],
    });
  });

  it.each<[string, Parameters<typeof otherAllow>[0][], LayerTrace['verdict'], string]>([
    ['none', [], 'absent', 'Nothing else allows the request.'],
    [
      'one that does not match',
      [{ matched: false }],
      'implicitDeny',
      'None of the other allows covers the request.',
    ],
    ['one that matches', [{ matched: false }, {}], 'allow', 'Another allow covers the request.'],
  ])('sums up other allows: %s', (_name, changes, verdict, sentence) => {
    const those = layers({ otherAllows: changes.map((change) => otherAllow(change)) });
    expect(layerOf(explain(request(callers.user()), those), 'other')).toMatchObject({
      verdict,
      explain: sentence,
    });
  });

  it('marks other allows of the side of the caller as deciding', () => {
    const otherAllows = [otherAllow({ id: 'owner' }), otherAllow({ id: 'both', side: 'both' })];
    const one = request(callers.user(OTHER));
    expect(decidingOf(explain(one, layers({ otherAllows })))).toEqual(['other owner', 'other both']);
    const capped = [otherAllow({ id: 'capped', side: 'both', isCapped: true })];
    expect(decidingOf(explain(one, layers({ otherAllows: capped })))).toEqual(['other capped']);
    const ownCapped = layers({ otherAllows: [otherAllow({ id: 'own', isCapped: true })] });
    expect(decidingOf(explain(request(callers.user()), ownCapped))).toEqual(['other own']);
  });

  it('holds nothing against an identity layer that is not needed', () => {
    const rows = [callers.root(), callers.service(), callers.user()].map(
      (caller) => layerOf(explain(request(caller), layers()), 'identity').verdict,
    );
    expect(rows).toEqual(['absent', 'absent', 'implicitDeny']);
    const withPolicy = layers({ identity: [policy('identity', allow())] });
    expect(layerOf(explain(request(callers.root()), withPolicy), 'identity').verdict).toBe('allow');
  });

  it.each<[string, Explanation, string]>([
    [
      'direct',
      explain(
        request(callers.user()),
        layers({ resourcePolicy: policy('resource', allow({ Principal: '*' })) }),
      ),
      'is allowed: the resource-based policy allows the caller itself.',
    ],
    [
      'role',
      explain(
        request(callers.session()),
        layers({ resourcePolicy: policy('resource', allow({ Principal: { AWS: arns.role() } })) }),
      ),
      "is allowed: the resource-based policy allows the caller's role.",
    ],
    [
      'delegation',
      explain(
        request(callers.user()),
        layers({
          resourcePolicy: policy('resource', allow({ Principal: { AWS: OWNER } })),
          identity: [policy('identity', allow())],
        }),
      ),
      'is allowed: the resource-based policy delegates to the account of the caller, and an identity-based policy allows the action.',
    ],
    [
      'identity-only',
      explain(
        request(callers.user()),
        layers({ accountDelegation: 'implied', identity: [policy('identity', allow())] }),
      ),
      'is allowed: an identity-based policy allows the action.',
    ],
    [
      'other-allow',
      explain(request(callers.user()), layers({ otherAllows: [otherAllow()] })),
      'is allowed: another allow covers the request.',
    ],
    [
      'root',
      explain(request(callers.root()), layers({ accountDelegation: 'implied' })),
      'is allowed: the caller is the root user of the account.',
    ],
    [
      'nobody',
      explain(request(callers.user()), layers({ accountDelegation: 'implied' })),
      'is refused: no identity-based policy allows it.',
    ],
  ])('says it in one sentence: %s', (_name, explanation, end) => {
    expect(explanation.explain.endsWith(end)).toBe(true);
  });

  it.each<[string, unknown, Partial<Parameters<typeof layers>[0]>, string]>([
    [
      'direct',
      { AWS: arns.session(OTHER) },
      {},
      'on the side of the owner the resource-based policy names the caller, and the account of the caller allows it too.',
    ],
    [
      'role',
      { AWS: arns.role(OTHER) },
      {},
      "on the side of the owner the resource-based policy names the caller's role, and the account of the caller allows it too.",
    ],
    [
      'delegation',
      { AWS: OTHER },
      {},
      'on the side of the owner the resource-based policy names the account of the caller, and the account of the caller allows it too.',
    ],
    [
      'other',
      { AWS: OWNER },
      { otherAllows: [otherAllow()] },
      'on the side of the owner another allow covers the request, and the account of the caller allows it too.',
    ],
    ['neither side', { AWS: OWNER }, {}, 'no resource-based policy on the side of the owner allows it.'],
    [
      'one side',
      { AWS: OTHER },
      { identity: [] },
      'no identity-based policy on the side of the caller allows it.',
    ],
  ])('says it in one sentence between accounts: %s', (_name, principal, changes, end) => {
    const those = layers({
      resourcePolicy: policy('resource', allow({ Principal: principal })),
      identity: [policy('identity', allow())],
      ...changes,
    });
    expect(
      explain(request(callers.session(OTHER)), those)
        .explain.split(': ')
        .slice(-1)[0],
    ).toBe(end);
  });

  it('says which statements a layer that allows has', () => {
    const those = layers({
      accountDelegation: 'implied',
      identity: [policy('identity', allow({ Sid: 'A' }), allow())],
      boundary: policy('boundary', allow()),
    });
    const explanation = explain(request(callers.user()), those);
    expect(layerOf(explanation, 'identity').explain).toBe(
      'statement "A" of the identity policy, and statement 2 of the identity policy allows the request.',
    );
    expect(layerOf(explanation, 'identity').statements[0]?.explain).toBe(
      'Every element matches, so this statement allows the request.',
    );
    expect(decidingOf(explanation)).toEqual(['identity 0', 'identity 1', 'boundary 0']);
  });

  it('says what a level without any allow does', () => {
    const explanation = explain(request(callers.user()), layers({ scp: [[]] }));
    expect(layerOf(explanation, 'scp')).toMatchObject({
      verdict: 'implicitDeny',
      levels: ['implicitDeny'],
      deciding: true,
    });
    const none = explain(request(callers.user()), layers({ scp: [] }));
    expect(layerOf(none, 'scp')).toMatchObject({ verdict: 'absent', levels: [] });
  });
});

describe('what would have to change next', () => {
  const wanted = (changes: Partial<Layers>, principal = callers.session()) =>
    explain(request(principal), layers(changes)).wants.map(({ name }) => name);
  const open = policy('resource', allow({ Principal: { AWS: OWNER } }));
  const role = policy('resource', allow({ Principal: { AWS: arns.role() } }));
  const nothing = policy('boundary', allow({ Action: 'vault:Other' }));

  it('is each way by itself, and of one way the first step', () => {
    expect(wanted({})).toEqual(['direct', 'role', 'delegated', 'otherOwner', 'otherOwnerCapped']);
    expect(wanted({ resourcePolicy: open })).toEqual([
      'direct',
      'role',
      'identity',
      'otherOwner',
      'otherOwnerCapped',
    ]);
    expect(wanted({ resourcePolicy: role, boundary: nothing })).toContain('boundary');
  });

  it('is a Deny before all, and nothing where the request is allowed', () => {
    const denied = policy('resource', deny({ Principal: '*' }), allow({ Principal: '*' }));
    expect(wanted({ resourcePolicy: denied })).toEqual(['denyResource']);
    expect(wanted({ resourcePolicy: role })).toEqual([]);
  });
});
