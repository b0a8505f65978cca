import { type Call, type Refusal, refuse } from '../../../aws';
import { compilePolicyText, type PolicyProblem, type Statement } from '../../../policy';
import { bucketArn } from '../finding';
import type { BucketRecord } from '../records/bucket';

/**
 * Whether a text may become a bucket's policy: it must be one, speak of this bucket, and name principals that exist.
 * assumed: one sentence for each kind of fault, as known from public logs; the product's own words for the rest
 */
export function refusePolicy(call: Call<object>, bucket: BucketRecord, text: string): Refusal | undefined {
  const compiled = compilePolicyText(text, 'resource');
  if (!compiled.ok) return malformed(sentence(compiled.problems[0]));
  const { statements } = compiled.policy.document;
  if (!statements.every((statement) => speaksOf(bucket, statement))) return malformed(INVALID_RESOURCE);
  if (!statements.every((statement) => principalsExist(call, statement))) return malformed(INVALID_PRINCIPAL);
  return undefined;
}

const INVALID_PRINCIPAL = 'Invalid principal in policy';
const INVALID_RESOURCE = 'Policy has invalid resource';
const NOT_JSON = "Policies must be valid JSON and the first byte must be '{'";

function sentence(problem: PolicyProblem | undefined): string {
  if (!problem || problem.code === 'not-json') return NOT_JSON;
  if (problem.code === 'invalid-principal') return INVALID_PRINCIPAL;
  if (problem.code === 'invalid-resource') return INVALID_RESOURCE;
  if (problem.code === 'missing-element') {
    return `Missing required field ${problem.expected.replace('the element ', '')}`;
  }
  return problem.message;
}

function speaksOf(bucket: BucketRecord, { resource }: Statement): boolean {
  const arn = bucketArn(bucket.region, bucket.name);
  const patterns = resource?.values.map(({ text }) => text) ?? [];
  return patterns.every(
    (pattern) => pattern === '*' || pattern === arn || pattern.startsWith(`${arn}/`) || pattern === `${arn}*`,
  );
}

function principalsExist(call: Call<object>, { principal }: Statement): boolean {
  return (principal?.entries ?? []).every(({ type, form, text }) => {
    const isNamed = type === 'AWS' && (form === 'user' || form === 'role');
    return !isNamed || call.principalExists(text);
  });
}

function malformed(message: string): Refusal {
  return refuse('MalformedPolicy', message);
}
