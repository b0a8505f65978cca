import type { AnyOperation } from '../../../aws';
import { createFunction } from './create-function';
import { deleteFunction } from './delete-function';
import { getFunctionConfiguration } from './get-function-configuration';
import { invoke } from './invoke';
import { updateFunctionConfiguration } from './update-function-configuration';

export const operations: Readonly<Record<string, AnyOperation>> = {
  CreateFunction: createFunction,
  DeleteFunction: deleteFunction,
  GetFunctionConfiguration: getFunctionConfiguration,
  Invoke: invoke,
  UpdateFunctionConfiguration: updateFunctionConfiguration,
};
