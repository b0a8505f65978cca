import { describe, expect, it } from 'vitest';
import { Console } from '../shell/console.testkit';

describe('a policy of IAM', () => {
  it('is printed as the JSON it is, however it was spaced', async () => {
    const console = new Console();
    const trust =
      '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"sts:AssumeRole"}]}';
    await console.run(`
      aws iam create-role --role-name reader --assume-role-policy-document '${trust}'
      aws iam put-role-policy --role-name reader --policy-name p --policy-document '{"Version":"2012-10-17",
        "Statement":[{"Effect":"Allow","Action":"kms:Decrypt","Resource":"*"}]}'`);
    expect(
      await console.say(
        [
          'aws iam get-role-policy --role-name reader --policy-name p --query "PolicyDocument.Statement[0].Action" --output text',
          'aws iam get-role --role-name reader --query "Role.AssumeRolePolicyDocument.Statement[0].Principal"',
          'aws iam list-roles --query "Roles[?RoleName==\'reader\'].AssumeRolePolicyDocument.Version" --output text',
        ].join('\n'),
      ),
    ).toBe('kms:Decrypt\n{\n    "AWS": "111122223333"\n}\n2012-10-17\n');
  });
});

describe('the tools that judge policies', () => {
  it('are typed as AWS has them', async () => {
    const console = new Console();
    await console.run(`
      cat > p.json <<'P'
{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "kms:Decrypt", "Resource": "*"}]}
P
      ARN=$(aws accessanalyzer create-analyzer --analyzer-name a --type ACCOUNT --query arn --output text)`);
    const said = await console.say(
      [
        'aws accessanalyzer validate-policy --policy-document file://p.json --policy-type RESOURCE_POLICY --query "findings[].issueCode" --output text',
        'aws accessanalyzer check-no-public-access --policy-document file://p.json --resource-type AWS::KMS::Key --query result --output text',
        'aws accessanalyzer check-access-not-granted --policy-document file://p.json --access actions=kms:Decrypt --policy-type RESOURCE_POLICY --query result --output text',
        'aws accessanalyzer check-no-new-access --new-policy-document file://p.json --existing-policy-document file://p.json --policy-type RESOURCE_POLICY --query result --output text',
        'aws accessanalyzer list-findings-v2 --analyzer-arn $ARN --query "length(findings)"',
        'aws iam simulate-principal-policy --policy-source-arn arn:aws:iam::111122223333:user/student --action-names kms:Decrypt kms:Encrypt --query "EvaluationResults[].EvalDecision" --output text',
        'aws iam simulate-custom-policy --policy-input-list \'{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"kms:*","Resource":"*"}]}\' --action-names s3:GetObject --query "EvaluationResults[0].EvalDecision" --output text',
        'aws iam get-context-keys-for-principal-policy --policy-source-arn arn:aws:iam::111122223333:user/student --query "length(ContextKeyNames)"',
      ].join('\n'),
    );
    expect(said.trim().split('\n')).toEqual([
      'NO_ACCOUNT_DELEGATION\tPUBLIC_PRINCIPAL',
      'FAIL',
      'FAIL',
      'PASS',
      '0',
      'allowed\tallowed',
      'implicitDeny',
      '0',
    ]);
  });
});
