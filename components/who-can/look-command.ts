/** How one would look at what a table says with the aws command, a document at a time. */
export function lookCommand(arn: string): string {
  const [, , service = '', region = '', , ...rest] = arn.split(':');
  if (service === 'kms') {
    return `aws kms get-key-policy --region ${region} --key-id ${arn} --query Policy --output text; aws kms list-grants --region ${region} --key-id ${arn}`;
  }
  const [kind = '', ...path] = rest.join(':').split('/');
  const name = kind === 'assumed-role' ? path[0] : path.at(-1);
  if (kind === 'user') {
    return `aws iam list-user-policies --user-name ${name}; aws iam list-attached-user-policies --user-name ${name}`;
  }
  if (kind === 'role' || kind === 'assumed-role') {
    return `aws iam list-role-policies --role-name ${name}; aws iam list-attached-role-policies --role-name ${name}`;
  }
  return 'aws sts get-caller-identity';
}
