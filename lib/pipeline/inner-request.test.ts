import { describe, expect, it } from 'vitest';
import type { ApiRequest, InnerCall } from '../aws';
import { COOK } from './pantry.testkit';
import { innerRequest } from './send';

const OUTER: ApiRequest = {
  service: 'pantry',
  operation: 'PutJar',
  region: 'eu-west-1',
  credentials: 'cook',
  input: {},
  source: { ip: '203.0.113.7', vpcEndpoint: 'vpce-1', via: ['oven.aws'] },
};

describe('where a request made on behalf of another comes from', () => {
  const source = (options: InnerCall) => innerRequest(OUTER, 'pantry', 'ReadJar', {}, options).source;

  it('is where the caller is, carried by one service more', () => {
    expect(source({ via: 'pantry.aws' })).toEqual({
      ip: '203.0.113.7',
      vpcEndpoint: 'vpce-1',
      via: ['oven.aws', 'pantry.aws'],
    });
  });

  it('is nowhere the caller is when somebody acts in his place, and may name the resource it acts for', () => {
    expect(source({ as: COOK, sourceArn: 'jar/plum' })).toEqual({ sourceArn: 'jar/plum', via: [] });
  });
});
