import { shape } from '../../../aws';
import { POLICY_TYPES } from './reading';

export const policyType = shape.oneOf(...POLICY_TYPES);
export const accessPolicyType = shape.oneOf('IDENTITY_POLICY', 'RESOURCE_POLICY');
export const policyText = shape.string();
export const resourceType = shape.string();
const result = shape.oneOf('PASS', 'FAIL');

const reasons = shape.list(
  shape.structure({
    description: shape.string(),
    statementIndex: shape.integer(),
    statementId: shape.string(),
  }),
);

export const verdict = shape.structure({ result, message: shape.string(), reasons });

const position = shape.structure({ line: shape.integer(), column: shape.integer(), offset: shape.integer() });

export const validateFindings = shape.list(
  shape.structure({
    findingDetails: shape.string(),
    findingType: shape.string(),
    issueCode: shape.string(),
    learnMoreLink: shape.string(),
    locations: shape.list(
      shape.structure({
        path: shape.list(shape.structure({ index: shape.integer(), value: shape.string() })),
        span: shape.structure({ start: position, end: position }),
      }),
    ),
  }),
);

export const analyzer = shape.structure({
  arn: shape.string(),
  name: shape.string(),
  type: shape.string(),
  createdAt: shape.timestamp(),
  status: shape.string(),
});

export const finding = shape.structure({
  id: shape.string(),
  principal: shape.map(shape.string()),
  action: shape.list(shape.string()),
  resource: shape.string(),
  isPublic: shape.boolean(),
  resourceType: shape.string(),
  condition: shape.map(shape.string()),
  createdAt: shape.timestamp(),
  analyzedAt: shape.timestamp(),
  updatedAt: shape.timestamp(),
  status: shape.string(),
  resourceOwnerAccount: shape.string(),
});

export const findingSummary = shape.structure({
  analyzedAt: shape.timestamp(),
  createdAt: shape.timestamp(),
  id: shape.string(),
  resource: shape.string(),
  resourceType: shape.string(),
  resourceOwnerAccount: shape.string(),
  status: shape.string(),
  updatedAt: shape.timestamp(),
  findingType: shape.string(),
});
