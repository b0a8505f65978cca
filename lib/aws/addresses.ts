import type { RequestSource } from './operation';

/** assumed: where the lab's person sits when a request does not say; an address kept for documentation */
const HOME_ADDRESS = '203.0.113.12';

/** assumed: where the lab's machine sits inside a VPC when a request does not say */
const PRIVATE_ADDRESS = '10.0.0.10';

/** The address a request comes from: a private one where it came through a VPC endpoint. */
export function addressOfSource({ ip, vpcEndpoint }: RequestSource): string {
  return ip ?? (vpcEndpoint === undefined ? HOME_ADDRESS : PRIVATE_ADDRESS);
}
