import { describe, expect, it } from 'vitest';
import { OpensslConsole } from '../openssl/openssl.testkit';

describe('a message made for two data keys', () => {
  it('opens under each key to another text where nothing commits to a key, and not under the default policy', async () => {
    const console = new OpensslConsole();
    await console.must(`A=$(aws kms create-key --query KeyMetadata.Arn --output text)
B=$(aws kms create-key --query KeyMetadata.Arn --output text)
echo "PAY 10" > first.txt; echo "PAY 9000" > second.txt
lab two-faced --keys $A,$B --first first.txt --second second.txt --out order.message`);
    const opened = (key: string, more: string) =>
      console.must(`esdk decrypt --key $${key} ${more} --in order.message | grep PAY`);
    const lenient = '--commitment REQUIRE_ENCRYPT_ALLOW_DECRYPT';
    expect(await opened('A', lenient)).toBe('PAY 10\n');
    expect(await opened('B', lenient)).toBe('PAY 9000\n');
    await expect(opened('A', '')).rejects.toThrow('requiring only committed messages');
  });

  it('takes two keys and two files', async () => {
    const console = new OpensslConsole();
    await expect(console.must('lab two-faced --keys one')).rejects.toThrow(
      'expected --keys KEY,KEY, found 1 keys.',
    );
    await expect(
      console.must('lab two-faced --keys a,b --first no.txt --second no.txt --out x'),
    ).rejects.toThrow('expected a file after --first, found nothing at no.txt.');
  });
});
