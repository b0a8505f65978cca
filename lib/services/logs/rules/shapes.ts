import { shape } from '../../../aws';

export const groupName = shape.string({ min: 1, max: 512, pattern: '[\\.\\-_/#A-Za-z0-9]+' });
export const groupIdentifier = shape.string({ min: 1, max: 2048 });
export const streamName = shape.string({ min: 1, max: 512, pattern: '[^:*]*' });
export const filterName = shape.string({ min: 1, max: 512, pattern: '[^:*]*' });
export const filterPattern = shape.string({ max: 1024 });
export const keyId = shape.string({ max: 256 });
export const moment = shape.long({ min: 0 });
export const nextToken = shape.string({ min: 1 });
export const transformations = shape.list(
  shape.structure(
    {
      metricName: shape.string({ max: 255 }),
      metricNamespace: shape.string({ max: 255 }),
      metricValue: shape.string({ max: 100 }),
      defaultValue: shape.double(),
      unit: shape.string(),
    },
    ['metricName', 'metricNamespace', 'metricValue'],
  ),
  { min: 1, max: 1 },
);
