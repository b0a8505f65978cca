import { type Refusal, refuse } from '../../../aws';

/** assumed: the texts of this file, as they are known from public logs. */
export function noSuchEndpoint(id: string): Refusal {
  return refuse('InvalidVpcEndpointId.NotFound', `The Vpc Endpoint Id '${id}' does not exist`);
}

export function noSuchService(name: string): Refusal {
  return refuse('InvalidServiceName', `The Vpc Endpoint Service '${name}' does not exist`);
}

export function wrongType(type: string): Refusal {
  return refuse('InvalidParameter', `Endpoint type (${type}) does not match available service types.`);
}

export function badPolicy(what: string): Refusal {
  return refuse('InvalidParameter', `Policy document is invalid: ${what}`);
}
