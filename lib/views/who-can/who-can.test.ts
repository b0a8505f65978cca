import { describe, expect, it } from 'vitest';
import { HOME_ACCOUNT } from '../../cloud';
import {
  AccessLab,
  APP,
  DELEGATION,
  document,
  OTHER_ACCOUNT,
  ROOT,
  STUDENT,
} from '../policies/access.testkit';
import { askedOf } from '../policies/asked';
import { whoCanDetail, whoCanView } from './who-can';

const guest = `arn:aws:iam::${OTHER_ACCOUNT}:user/guest`;

function cells(lab: AccessLab, key: string, operations: readonly string[]) {
  const { rows } = whoCanView(lab.cloud, { about: { kind: 'key', key }, operations });
  return Object.fromEntries(
    rows.map(({ id, cells: of }) => [id, of.map(({ verdict, because }) => `${verdict}: ${because}`)]),
  );
}

describe('who can use a key', () => {
  it('is answered for everyone, with the deciding reason', () => {
    const lab = new AccessLab();
    const key = lab.key(DELEGATION);
    lab.permit({ Effect: 'Allow', Action: 'kms:Encrypt', Resource: key });
    expect(cells(lab, key, ['Encrypt', 'Decrypt', 'ScheduleKeyDeletion'])).toEqual({
      [ROOT]: Array(3).fill('allowed: key policy names the account'),
      [STUDENT]: Array(3).fill('allowed: key policy and IAM'),
      [APP]: ['allowed: key policy and IAM', 'refused: no IAM policy', 'refused: no IAM policy'],
      [`arn:aws:iam::${OTHER_ACCOUNT}:root`]: [
        'refused: key policy silent',
        'refused: key policy silent',
        'never: does not cross accounts',
      ],
      [guest]: ['refused: key policy silent', 'refused: key policy silent', 'never: does not cross accounts'],
    });
  });

  it('says on which condition keys a conditional answer depends, and knows which a request cannot carry', () => {
    const lab = new AccessLab();
    const named = {
      Effect: 'Allow',
      Principal: { AWS: APP },
      Action: ['kms:Decrypt', 'kms:DescribeKey', 'kms:CreateGrant'],
      Resource: '*',
      Condition: { StringEquals: { 'kms:EncryptionContext:tenant': 'acme' } },
    };
    const key = lab.key({ ...DELEGATION, Action: 'kms:Put*' }, named);
    expect(cells(lab, key, ['Decrypt', 'DescribeKey', 'CreateGrant'])[APP]).toEqual([
      'conditional: if kms:EncryptionContext:tenant',
      'refused: key policy silent',
      'conditional: if kms:EncryptionContext:tenant',
    ]);
  });

  it('counts a grant as conditional where its constraint may or may not be met', () => {
    const lab = new AccessLab();
    const key = lab.key(DELEGATION);
    const grant = (Operations: readonly string[], Constraints?: object) =>
      lab.make('kms', 'CreateGrant', { KeyId: key, GranteePrincipal: APP, Operations, Constraints });
    grant(['Decrypt'], { EncryptionContextSubset: { tenant: 'acme' } });
    grant(['Encrypt']);
    expect(cells(lab, key, ['Encrypt', 'Decrypt'])[APP]).toEqual([
      'refused: no IAM policy',
      'refused: no IAM policy',
    ]);
    lab.cloud.advanceTo(lab.cloud.world.nowMs + 60_000);
    expect(cells(lab, key, ['Encrypt', 'Decrypt', 'Sign'])[APP]).toEqual([
      'allowed: grant',
      'conditional: if kms:EncryptionContext:tenant',
      'refused: no IAM policy',
    ]);
  });

  it('asks both keys of ReEncrypt, and the services that a policy names', () => {
    const lab = new AccessLab();
    const logs = {
      Effect: 'Allow',
      Principal: { Service: 'logs.eu-west-1.amazonaws.com' },
      Action: 'kms:Decrypt*',
      Resource: '*',
      Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:logs:*' } },
    };
    const key = lab.key(DELEGATION, logs, {
      ...DELEGATION,
      Principal: { AWS: APP },
      Action: 'kms:ReEncryptFrom',
    });
    const found = cells(lab, key, ['Decrypt', 'ReEncrypt']);
    expect([found['logs.eu-west-1.amazonaws.com'], found[APP]]).toEqual([
      ['conditional: if aws:SourceArn', 'refused: key policy silent'],
      ['refused: no IAM policy', 'refused: no IAM policy'],
    ]);
  });

  it('agrees with what the requests themselves are answered', () => {
    const lab = new AccessLab();
    const key = lab.key(DELEGATION, {
      Effect: 'Deny',
      Principal: '*',
      Action: 'kms:GenerateDataKey',
      Resource: '*',
    });
    const input = { KeyId: key, Plaintext: new Uint8Array([1]), KeySpec: 'AES_256' };
    const asked = ['Encrypt', 'GenerateDataKey', 'DescribeKey'];
    const { rows } = whoCanView(lab.cloud, { about: { kind: 'key', key }, operations: asked });
    const said = rows.find(({ id }) => id === STUDENT)?.cells.map(({ verdict }) => verdict);
    expect(said).toEqual(asked.map((name) => (lab.try(name, input) === 'allowed' ? 'allowed' : 'refused')));
  });

  it('shows what drafts would change, and changes nothing', () => {
    const lab = new AccessLab();
    const key = lab.key(DELEGATION);
    const before = lab.cloud.world.hash();
    const text = document({ ...DELEGATION, Principal: { AWS: APP } });
    const view = whoCanView(lab.cloud, {
      about: { kind: 'key', key },
      operations: ['Decrypt'],
      drafts: [{ place: { kind: 'key', key }, text }],
    });
    expect(
      view.rows
        .filter(({ account }) => account === HOME_ACCOUNT)
        .map(({ id, cells: [cell] }) => [id, cell?.before, cell?.verdict]),
    ).toEqual([
      [APP, 'refused', 'allowed'],
      [ROOT, 'allowed', 'refused'],
      [STUDENT, 'allowed', 'refused'],
    ]);
    expect([view.changes, lab.cloud.world.hash()]).toEqual([3, before]);
  });
});

describe('what is done to an alias', () => {
  const [CHANGE, REMOVE] = ['kms:UpdateAlias', 'kms:DeleteAlias'];
  const onAlias = (name: string) => `arn:aws:kms:eu-west-1:${HOME_ACCOUNT}:${name}`;
  const labWith = (names: readonly string[], ...resources: readonly string[]) => {
    const lab = new AccessLab();
    const key = lab.key(DELEGATION);
    for (const AliasName of names) lab.make('kms', 'CreateAlias', { AliasName, TargetKeyId: key });
    lab.permit({ Effect: 'Allow', Action: ['kms:CreateAlias', CHANGE, REMOVE], Resource: resources });
    return { lab, key };
  };
  const ofApp = ({ lab, key }: ReturnType<typeof labWith>) =>
    cells(lab, key, ['CreateAlias', 'UpdateAlias', 'DeleteAlias'])[APP];

  it('needs a permission on the alias and on the key (fact: authorization 1)', () => {
    const both = labWith(['alias/app'], onAlias('alias/*'), 'arn:aws:kms:*:*:key/*');
    const aliasOnly = labWith(['alias/app'], onAlias('alias/*'));
    const keyOnly = labWith(['alias/app'], 'arn:aws:kms:*:*:key/*');
    expect([ofApp(both), ofApp(aliasOnly), ofApp(keyOnly)]).toEqual([
      ['allowed: IAM policies', 'allowed: IAM policies', 'allowed: IAM policies'],
      Array(3).fill('refused: no IAM policy'),
      Array(3).fill('refused: no IAM policy'),
    ]);
    const { lab, key } = both;
    const found = cells(lab, key, ['UpdateAlias', 'DeleteAlias']);
    expect(found[guest]).toEqual(Array(2).fill('never: does not cross accounts'));
  });

  it('may be allowed for one of its aliases only, and then both are told apart', () => {
    const some = labWith(['alias/app', 'alias/other'], onAlias('alias/app'), 'arn:aws:kms:*:*:key/*');
    expect(ofApp(some)).toEqual([
      'refused: no IAM policy',
      'conditional: only alias/app',
      'conditional: only alias/app',
    ]);
    const { request, command, because, layers } = whoCanDetail(some.lab.cloud, {
      principal: APP,
      operation: 'DeleteAlias',
      key: some.key,
    });
    expect([request.alias, command, because, layers.at(-1)?.says]).toEqual([
      'alias/other',
      'aws kms delete-alias --region eu-west-1 --alias-name alias/other',
      expect.stringMatching(
        /^Of its aliases only alias\/app\. Asked of `alias\/other`: .*: no IAM policy allows it/,
      ),
      'is silent',
    ]);
  });

  it('is not asked of a key without one, and another account may have an alias of the same name', () => {
    const none = labWith([], '*');
    expect(ofApp(none)).toEqual([
      'allowed: IAM policies',
      'never: the key has no alias',
      'never: the key has no alias',
    ]);
    const cell = { principal: APP, operation: 'UpdateAlias', key: none.key };
    expect(whoCanDetail(none.lab.cloud, cell).because).toBe(
      'The key has no alias that could be changed or deleted.',
    );
    const { lab, key } = labWith(['alias/app'], '*');
    const theirs = lab.make<{ KeyMetadata: { Arn: string } }>(
      'kms',
      'CreateKey',
      {},
      { credentials: lab.guestKey },
    );
    const alias = { AliasName: 'alias/app', TargetKeyId: theirs.KeyMetadata.Arn };
    lab.make('kms', 'CreateAlias', alias, { credentials: lab.guestKey });
    expect(cells(lab, key, ['DeleteAlias'])[guest]).toEqual(['never: does not cross accounts']);
  });

  it('can be tried on drafts: the supposed request names an alias of the key', () => {
    const { lab, key } = labWith(['alias/app', 'alias/other'], onAlias('alias/app'), 'arn:aws:kms:*:*:key/*');
    const scene = { cloud: lab.cloud, world: lab.cloud.world, moments: [], position: 0 };
    const named = (operation: string, alias?: string) =>
      askedOf(scene, { supposed: { principal: APP, operation, key, alias } })?.request.input.AliasName;
    expect([
      named('DeleteAlias', 'alias/other'),
      named('UpdateAlias'),
      named('CreateAlias'),
      named('Decrypt'),
    ]).toEqual(['alias/other', 'alias/app', 'alias/any-name', undefined]);
  });
});

describe('what a principal can do', () => {
  it('is answered for every key', () => {
    const lab = new AccessLab();
    const [one, two] = [lab.key(DELEGATION), lab.key({ ...DELEGATION, Principal: { AWS: APP } })];
    const view = whoCanView(lab.cloud, {
      about: { kind: 'principal', principal: APP },
      operations: ['Decrypt'],
    });
    expect([view.title, view.columns, view.rows.map(({ id, cells: [cell] }) => [id, cell?.verdict])]).toEqual(
      [
        'What role/app can do',
        ['Decrypt'],
        expect.arrayContaining([
          [one, 'refused'],
          [two, 'allowed'],
        ]),
      ],
    );
  });
});

describe('one cell', () => {
  it('is explained layer by layer', () => {
    const lab = new AccessLab();
    const key = lab.key(DELEGATION);
    const detail = whoCanDetail(lab.cloud, { principal: APP, operation: 'Decrypt', key });
    expect([
      detail.verdict,
      detail.layers.map(({ layer, says, deciding }) => [layer, says, deciding]),
    ]).toEqual([
      'refused',
      [
        ['key policy', 'allows', false],
        ['IAM policies', 'is silent', true],
      ],
    ]);
  });
});

describe('a near miss', () => {
  it('shows the statement and marks the one line that did not match', () => {
    const lab = new AccessLab();
    const named = { Sid: 'Named', Effect: 'Allow', Principal: { AWS: APP } };
    const globex = { StringEquals: { 'kms:KeySpec': 'RSA_2048' } };
    const key = lab.key(
      { ...DELEGATION, Action: 'kms:PutKeyPolicy' },
      { ...named, Action: 'kms:Decrypt', Resource: '*', Condition: globex },
    );
    const { layers } = whoCanDetail(lab.cloud, { principal: APP, operation: 'Decrypt', key });
    const { nearMisses = [] } = layers.find(({ layer }) => layer === 'key policy') ?? {};
    const miss = nearMisses.find(({ statement }) => statement.startsWith('Named'));
    const { lines = [], marked = [] } = miss?.excerpt ?? {};
    expect([miss?.statement, marked.map((line) => lines[line]?.trim()), miss?.excerpt?.effect]).toEqual([
      'Named of the key policy',
      ['"kms:KeySpec": "RSA_2048"'],
      'is silent',
    ]);
  });
});

describe('the groups of operations', () => {
  it('hold every operation of KMS that can be asked of a key, once', () => {
    const lab = new AccessLab();
    const key = lab.key(DELEGATION);
    lab.make('kms', 'CreateAlias', { AliasName: 'alias/app', TargetKeyId: key });
    const about = { kind: 'key', key } as const;
    const operations = whoCanView(lab.cloud, { about }).groups.flatMap((group) => group.operations);
    expect([...operations].sort()).toEqual(Object.keys(lab.cloud.operations('kms') ?? {}).sort());
    const ofRoot = cells(lab, key, operations)[ROOT] ?? [];
    expect(ofRoot.filter((answer) => !answer.startsWith('allowed'))).toEqual([
      'conditional: if the grant names it',
    ]);
  });
});
