export { operations } from './operations';
export { serviceOf, type VpcEndpointRecord, vpcEndpointOf, vpcEndpoints } from './records/vpc-endpoint';
