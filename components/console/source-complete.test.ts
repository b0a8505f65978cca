import { describe, expect, it } from 'vitest';
import { looksComplete } from './source-complete';

const whole = [
  'aws kms list-keys',
  'aws dynamodb get-item --key \'{"id":{"S":"1"}}\'',
  'aws kms decrypt \\\n  --ciphertext-blob fileb://order-1.key',
  'for r in eu-west-1 eu-central-1; do aws kms list-keys --region $r; done',
  'if true; then echo "it\'s"; fi',
  'cat > p.json <<EOF\n{ "a": [\nEOF',
  'echo "$(aws kms list-keys | jq -r .Keys[0].KeyId)"',
  'case $x in\n  a) echo 1;;\nesac',
  'echo done',
  "echo 'a\\'",
  'echo "a \\" b"',
  'for r in a b; do\n  if true; then echo x; fi\ndone | sort',
  "# it's a comment",
  'echo one # what "is\necho two',
];

const unfinished = [
  'aws kms decrypt \\',
  "echo 'never ended",
  'echo "a \\"',
  'aws kms list-keys |',
  'true &&',
  'for r in a b; do',
  'if true; then\n  echo x',
  'cat > p.json <<EOF\n{',
  'echo $(aws kms list-keys',
  'f() {',
];

describe('looksComplete', () => {
  it.each(whole)('runs %j', (source) => {
    expect(looksComplete(source)).toBe(true);
  });

  it.each(unfinished)('asks for another line after %j', (source) => {
    expect(looksComplete(source)).toBe(false);
  });
});
