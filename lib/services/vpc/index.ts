export { operations } from './operations';
export {
  serviceOf,
  type VpcEndpointRecord,
  vpcEndpointOf,
  vpcEndpointOwner,
  vpcEndpoints,
} from './records/vpc-endpoint';
