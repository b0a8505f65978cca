import { shape } from '../../../aws';

export const parameterName = shape.string({ min: 1, max: 2048 });
export const keyId = shape.string({ min: 1, max: 256, pattern: '^([a-zA-Z0-9:/_-]+)$' });
export const parameterType = shape.oneOf('String', 'StringList', 'SecureString');
export const tier = shape.oneOf('Standard', 'Advanced', 'Intelligent-Tiering');

export const parameter = shape.structure({
  Name: shape.string(),
  Type: parameterType,
  Value: shape.string({ sensitive: true }),
  Version: shape.long(),
  Selector: shape.string(),
  LastModifiedDate: shape.timestamp(),
  ARN: shape.string(),
  DataType: shape.string(),
});

export const filters = shape.list(
  shape.structure(
    {
      Key: shape.string({ min: 1, max: 132, pattern: 'tag:.+|Name|Type|KeyId|Path|Label|Tier|DataType' }),
      Option: shape.string({ min: 1, max: 10 }),
      Values: shape.list(shape.string({ min: 1, max: 1024 }), { min: 1, max: 50 }),
    },
    ['Key'],
  ),
);
