import { shape } from '../../../aws';
import { arn, asked, policyDocument } from './shapes';

const documents = shape.list(policyDocument);
const names = shape.list(shape.string({ min: 5, max: 256 }));
const position = shape.structure({ Line: shape.integer(), Column: shape.integer() });

const contextEntries = shape.list(
  shape.structure({
    ContextKeyName: shape.string({ min: 5, max: 256 }),
    ContextKeyValues: shape.list(shape.string()),
    ContextKeyType: shape.oneOf(
      'string',
      'stringList',
      'numeric',
      'numericList',
      'boolean',
      'booleanList',
      'ip',
      'ipList',
      'binary',
      'binaryList',
      'date',
      'dateList',
    ),
  }),
);

/** What both simulations are given. */
export const simulated = {
  PermissionsBoundaryPolicyInputList: documents,
  ActionNames: shape.list(shape.string({ min: 3, max: 128 })),
  ResourceArns: shape.list(shape.string({ min: 1, max: 2048 })),
  ResourcePolicy: policyDocument,
  ResourceOwner: shape.string({ min: 1, max: 2048 }),
  CallerArn: shape.string({ min: 1, max: 2048 }),
  ContextEntries: contextEntries,
  ResourceHandlingOption: shape.string({ min: 1, max: 64 }),
  ...asked,
} as const;

export const policyInputs = documents;
export const policySource = arn;

const statements = shape.list(
  shape.structure({
    SourcePolicyId: shape.string(),
    SourcePolicyType: shape.string(),
    StartPosition: position,
    EndPosition: position,
  }),
);

export const evaluationResults = shape.list(
  shape.structure({
    EvalActionName: shape.string(),
    EvalResourceName: shape.string(),
    EvalDecision: shape.string(),
    MatchedStatements: statements,
    MissingContextValues: names,
    OrganizationsDecisionDetail: shape.structure({ AllowedByOrganizations: shape.boolean() }),
    PermissionsBoundaryDecisionDetail: shape.structure({ AllowedByPermissionsBoundary: shape.boolean() }),
  }),
);

export const contextKeyNames = shape.structure({ ContextKeyNames: names });
