import type { Metadata } from 'next';
import { Differences } from '../../components/learn/differences';
import { allNotes } from '../_content/notes';
import { Place } from '../_site/places';

export const metadata: Metadata = { title: 'Differences from AWS' };

const PART_TITLES: Readonly<Record<string, string>> = {
  kms: 'KMS',
  policy: 'Policies',
  pipeline: 'How a request passes',
  crypto: 'Cryptography',
  cloud: 'What joins the services',
  wire: 'The endpoint',
  cli: 'The shell and the aws command',
  'services/accessanalyzer': 'Access Analyzer',
  'services/s3': 'S3',
  'services/iam': 'IAM',
  'services/sts': 'STS',
  'services/dynamodb': 'DynamoDB',
  'services/ec2': 'EC2 and EBS',
  'services/cloudtrail': 'CloudTrail',
  'services/cloudwatch': 'CloudWatch',
  'services/lambda': 'Lambda',
  'services/organizations': 'Organizations',
  'services/rds': 'RDS',
  'services/secretsmanager': 'Secrets Manager',
  'services/servicequotas': 'Service Quotas',
  'services/sns': 'SNS',
  'services/sqs': 'SQS',
  'services/ssm': 'Systems Manager',
  'services/vpc': 'VPC endpoints',
  'services/logs': 'CloudWatch Logs',
};

export default function DifferencesRoute() {
  const parts = allNotes().map(({ part, files }) => ({
    id: part.replaceAll('/', '-'),
    title: PART_TITLES[part] ?? part,
    files: files.map(({ path, notes }) => ({ path: `lib/${part}/${path}`, notes })),
  }));
  return (
    <Place current="/differences/">
      <Differences parts={parts} />
    </Place>
  );
}
