import { describe, expect, it } from 'vitest';
import { Console } from './console.testkit';

/** A hands-on lab as such labs are printed: pasted whole into the console. */
const LAB = String.raw`
# 1. Create a key and give it a name
KEY_ID=$(aws kms create-key \
    --description "Hands-on lab" \
    --tags TagKey=Project,TagValue=Lab TagKey=Owner,TagValue="$USER" \
    --query KeyMetadata.KeyId --output text)
aws kms create-alias --alias-name alias/hands-on --target-key-id "$KEY_ID"
aws kms describe-key --key-id alias/hands-on --query 'KeyMetadata.[Description,KeyState,Enabled]' --output text

# 2. Encrypt a file, and decrypt it again
echo "Top secret: 日本" > secret.txt
aws kms encrypt --key-id alias/hands-on \
    --plaintext fileb://secret.txt \
    --encryption-context purpose=lab,team=blue \
    --query CiphertextBlob --output text | base64 --decode > secret.enc
aws kms decrypt --ciphertext-blob fileb://secret.enc \
    --encryption-context purpose=lab,team=blue \
    --query Plaintext --output text | base64 --decode

# 3. The context is part of the deal
aws kms decrypt --ciphertext-blob fileb://secret.enc --encryption-context purpose=lab 2>&1 | grep -i invalidciphertext
CIPHERTEXT=$(aws kms encrypt --key-id alias/hands-on --plaintext "$(echo -n hello | base64)" --query CiphertextBlob --output text)
aws kms decrypt --ciphertext-blob fileb://<(echo "$CIPHERTEXT" | base64 --decode) --query Plaintext --output text | base64 --decode; echo
aws kms decrypt --ciphertext-blob fileb://<(echo "$CIPHERTEXT" | base64 --decode) --encryption-context a=b 2>&1 | grep -i -c exception

# 4. A key policy with variables in it
ACCOUNT=$(aws sts get-caller-identity --query Account --output text)
cat > policy.json <<EOF
{
  "Version": "2012-10-17",
  "Statement": [{
    "Sid": "Root",
    "Effect": "Allow",
    "Principal": {"AWS": "arn:aws:iam::$ACCOUNT:root"},
    "Action": "kms:*",
    "Resource": "*"
  }]
}
EOF
aws kms put-key-policy --key-id "$KEY_ID" --policy-name default --policy file://policy.json
aws kms get-key-policy --key-id "$KEY_ID" --policy-name default --query Policy --output text | jq -r '.Statement[0].Principal.AWS'

# 5. Data keys, in a loop
for i in 1 2 3; do
  aws kms generate-data-key --key-id alias/hands-on --key-spec AES_256 > dk$i.json
  jq -r .CiphertextBlob dk$i.json | base64 -d > dk$i.enc
  P=$(aws kms decrypt --ciphertext-blob fileb://dk$i.enc --query Plaintext --output text)
  [ "$P" = "$(jq -r .Plaintext dk$i.json)" ] && echo "data key $i is the same"
done

# 6. What remains
aws kms list-resource-tags --key-id "$KEY_ID" --query 'Tags[?TagKey==${'`Owner`'}].TagValue' --output text
aws kms disable-key --key-id "$KEY_ID"
if ! aws kms encrypt --key-id alias/hands-on --plaintext aGk= 2> error.txt; then
  grep -o 'DisabledException' error.txt
fi
aws kms schedule-key-deletion --key-id "$KEY_ID" --pending-window-in-days 7 --query '[KeyState,PendingWindowInDays]' --output text
aws kms list-aliases --query 'length(Aliases[?starts_with(AliasName, ${'`alias/hands-on`'})])'
`;

describe('a published hands-on lab', () => {
  it('runs as printed when it is pasted whole', async () => {
    const console = new Console();
    const { statements, exitCode } = await console.run(LAB);
    const said = statements.map(({ stdout, stderr }) => stdout + stderr).join('');
    expect(said).toBe(
      [
        'Hands-on lab\tEnabled\tTrue',
        'Top secret: 日本',
        'An error occurred (InvalidCiphertextException) when calling the Decrypt operation: ',
        'hello',
        '1',
        'arn:aws:iam::111122223333:root',
        'data key 1 is the same',
        'data key 2 is the same',
        'data key 3 is the same',
        'student',
        'DisabledException',
        'PendingDeletion\t7',
        '1',
        '',
      ].join('\n'),
    );
    expect(exitCode).toBe(0);
  });

  it('decrypts what only true bytes can decrypt: a step with a wrong context fails for that reason alone', async () => {
    const console = new Console();
    await console.run(LAB);
    const decrypt =
      'aws kms enable-key --key-id $KEY_ID; aws kms cancel-key-deletion --key-id $KEY_ID > /dev/null; aws kms enable-key --key-id $KEY_ID; f() { base64 --decode; }';
    await console.run(decrypt);
    expect(
      await console.say(
        'aws kms decrypt --ciphertext-blob fileb://<(echo "$CIPHERTEXT" | f) --query Plaintext --output text',
      ),
    ).toBe('aGVsbG8=\n');
    expect(
      await console.say(
        '{ echo "$CIPHERTEXT" | f; } > c.bin; aws kms decrypt --ciphertext-blob fileb://c.bin --query Plaintext --output text',
      ),
    ).toBe('aGVsbG8=\n');
  });

  it('leads to the same state however it is cut into cells', async () => {
    const whole = new Console();
    await whole.run(LAB);
    const parts = new Console();
    for (const part of LAB.split(/^# \d\. .*$/m)) await parts.run(part);
    expect(parts.cloud.world.hash()).toBe(whole.cloud.world.hash());
    const files = (console: Console) => Object.keys(console.shell.files);
    expect(files(parts)).toEqual(files(whole));
    expect(parts.shell.variables.KEY_ID).toBe(whole.shell.variables.KEY_ID);
  });
});
