import type { AnyOperation } from '../../../aws';
import { createVpcEndpoint } from './create-vpc-endpoint';
import { deleteVpcEndpoints } from './delete-vpc-endpoints';
import { describeVpcEndpoints } from './describe-vpc-endpoints';
import { modifyVpcEndpoint } from './modify-vpc-endpoint';

/** They belong to EC2's API, under whose name the cloud offers them. */
export const operations: Readonly<Record<string, AnyOperation>> = {
  CreateVpcEndpoint: createVpcEndpoint,
  DeleteVpcEndpoints: deleteVpcEndpoints,
  DescribeVpcEndpoints: describeVpcEndpoints,
  ModifyVpcEndpoint: modifyVpcEndpoint,
};
