import { describe, expect, it } from 'vitest';
import { Console } from './console.testkit';

describe('braces in an argument that looks like an assignment', () => {
  it('come apart as everywhere, but not in assignments and quotes', async () => {
    const said = await new Console().say(
      [
        'echo A={a=1,b=2} x={1,"2 3",$USER}y z={q} e={} n={a,{b,c}}{d,e}',
        'echo "A={a,b}" \'B={a,b}\' C=\\{a,b} D="{"a,b"}"',
        'v={a,b}; export w={a,b}; echo $v $w; w={c,d} env | grep ^w=',
        'f() { echo $#; }; f K={a,b,c}',
      ].join('\n'),
    );
    expect(said).toBe(
      [
        'A=a=1 A=b=2 x=1y x=2 3y x=studenty z={q} e={} n=ad n=ae n=bd n=be n=cd n=ce',
        'A={a,b} B={a,b} C={a,b} D={a,b}',
        '{a,b} {a,b}',
        'w={c,d}',
        '3',
        '',
      ].join('\n'),
    );
  });

  it('break the shorthand of the aws command, unless it is quoted', async () => {
    const console = new Console();
    const grant =
      'aws kms create-grant --key-id $KEY --grantee-principal 111122223333 --operations Encrypt --query GrantId --constraints';
    await console.run('KEY=$(aws kms create-key --query KeyMetadata.KeyId --output text)');
    expect(await console.say(`${grant} EncryptionContextSubset={a=1,b=2}`)).toContain(
      'Unknown options: EncryptionContextSubset=b=2\n',
    );
    expect(await console.say(`${grant} 'EncryptionContextSubset={a=1,b=2}'`)).toMatch(/^"[0-9a-f]{64}"\n$/);
  });
});
