import { shape } from '../../../aws';

export const arn = shape.string({ min: 20, max: 2048 });
export const sessionName = shape.string({ min: 2, max: 64, pattern: '[\\w+=,.@-]*' });
export const tagKey = shape.string({ min: 1, max: 128, pattern: '[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+' });
const tagValue = shape.string({ min: 0, max: 256, pattern: '[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*' });
export const tags = shape.list(shape.structure({ Key: tagKey, Value: tagValue }, ['Key', 'Value']), {
  max: 50,
});
export const policyArns = shape.list(shape.structure({ arn }));
export const policyText = shape.string({ min: 1, pattern: '[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+' });
export const serialNumber = shape.string({ min: 9, max: 256, pattern: '[\\w+=/:,.@-]*' });
export const tokenCode = shape.string({ min: 6, max: 6, pattern: '[\\d]*' });
/** Of sessions that are not a role's, in seconds. */
export const longDuration = shape.integer({ min: 900, max: 129_600 });
export const sourceIdentity = shape.string({ min: 2, max: 64, pattern: '[\\w+=,.@-]*' });

export const credentials = shape.structure(
  {
    AccessKeyId: shape.string(),
    SecretAccessKey: shape.string({ sensitive: true }),
    SessionToken: shape.string(),
    Expiration: shape.timestamp(),
  },
  ['AccessKeyId', 'SecretAccessKey', 'SessionToken', 'Expiration'],
);
