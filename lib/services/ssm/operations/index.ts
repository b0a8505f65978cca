import type { AnyOperation } from '../../../aws';
import { deleteParameter } from './delete-parameter';
import { describeParameters } from './describe-parameters';
import { getParameter } from './get-parameter';
import { getParameters } from './get-parameters';
import { getParametersByPath } from './get-parameters-by-path';
import { putParameter } from './put-parameter';

export const operations: Readonly<Record<string, AnyOperation>> = {
  DeleteParameter: deleteParameter,
  DescribeParameters: describeParameters,
  GetParameter: getParameter,
  GetParameters: getParameters,
  GetParametersByPath: getParametersByPath,
  PutParameter: putParameter,
};
