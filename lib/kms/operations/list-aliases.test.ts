import { expect, it } from 'vitest';
import { FRANKFURT, HOME, IRELAND, KmsLab, OTHER, START_MS } from '../lab.testkit';

function labWithAliases() {
  const lab = new KmsLab();
  const [one, two] = [lab.createKey(), lab.createKey()];
  for (const name of ['c', 'a'])
    lab.ok('CreateAlias', { AliasName: `alias/${name}`, TargetKeyId: one.KeyId });
  lab.ok('CreateAlias', { AliasName: 'alias/b', TargetKeyId: two.KeyId });
  const there = { region: FRANKFURT };
  lab.ok('CreateAlias', { AliasName: 'alias/d', TargetKeyId: lab.createKey({}, there).KeyId }, there);
  return { lab, one, two };
}

/** Of what was listed, the names that the learner gave. */
function names(answer: Record<string, unknown>): readonly string[] {
  const listed = (answer.Aliases as readonly { AliasName: string }[]).map((alias) => alias.AliasName);
  return listed.filter((name) => !name.startsWith('alias/aws/'));
}

const SERVICES = ['backup', 'dynamodb', 'ebs', 'lambda', 'rds', 's3', 'secretsmanager', 'sns', 'sqs', 'ssm'];

it('ListAliases lists the names of this account and Region, or those of one key', () => {
  const { lab, one, two } = labWithAliases();
  expect(names(lab.ok('ListAliases'))).toEqual(['alias/a', 'alias/b', 'alias/c']);
  expect(names(lab.ok('ListAliases', { KeyId: one.KeyId }))).toEqual(['alias/a', 'alias/c']);
  expect(names(lab.ok('ListAliases', { KeyId: two.Arn }))).toEqual(['alias/b']);
  expect(names(lab.ok('ListAliases', {}, { account: OTHER }))).toEqual([]);
});

it('ListAliases names the predefined aliases, with a key only where it was needed (fact: kms-engine 1.6, 10.3)', () => {
  const lab = new KmsLab();
  const { KeyId } = lab.describe('alias/aws/s3');
  const Aliases = SERVICES.map((service) => ({
    AliasName: `alias/aws/${service}`,
    AliasArn: `arn:aws:kms:${IRELAND}:${HOME}:alias/aws/${service}`,
    ...(service === 's3' ? { TargetKeyId: KeyId, CreationDate: START_MS, LastUpdatedDate: START_MS } : {}),
  }));
  expect(lab.ok('ListAliases')).toEqual({ Aliases, Truncated: false });
  expect(lab.ok('ListAliases', { KeyId })).toEqual({ Aliases: [Aliases[5]], Truncated: false });
  expect(lab.ok('ListAliases', {}, { region: FRANKFURT })).toMatchObject({
    Aliases: SERVICES.map((service) => ({ AliasName: `alias/aws/${service}` })),
  });
});

it('ListAliases asks the account alone, also when a key narrows the list', () => {
  const { lab, one } = labWithAliases();
  expect(lab.asks('ListAliases', { KeyId: one.KeyId })).toEqual([['kms:ListAliases', '*']]);
});

it('ListAliases goes page by page, each list with its own markers', () => {
  const { lab, one } = labWithAliases();
  const first = lab.ok('ListAliases', { Limit: 12 });
  expect([names(first), first.Truncated]).toEqual([['alias/a', 'alias/b'], true]);
  lab.ok('DeleteAlias', { AliasName: 'alias/b' });
  const second = lab.ok('ListAliases', { Limit: 12, Marker: first.NextMarker });
  expect([names(second), second.Truncated, second.NextMarker]).toEqual([['alias/c'], false, undefined]);
  expect(lab.no('ListAliases', { KeyId: one.KeyId, Marker: first.NextMarker })).toMatch(
    'InvalidMarkerException',
  );
  expect(lab.no('ListAliases', { Limit: 101 })).toMatch("Value '101' at 'limit'");
});

it('ListAliases takes key ids and key ARNs of this account alone', () => {
  const { lab, one } = labWithAliases();
  expect(lab.no('ListAliases', { KeyId: 'alias/a' })).toBe(
    'InvalidArnException: Key Aliases are not supported for this operation.',
  );
  expect(lab.no('ListAliases', { KeyId: one.Arn }, { account: OTHER })).toBe(
    `AccessDeniedException: User: arn:aws:iam::${OTHER}:user/admin is not authorized to perform: kms:ListAliases on this resource because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access`,
  );
  expect(lab.no('ListAliases', { KeyId: `arn:aws:kms:eu-west-1:${HOME}:key/${'0'.repeat(8)}` })).toMatch(
    'does not exist',
  );
});
