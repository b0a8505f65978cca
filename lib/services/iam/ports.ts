import type { AwsWorld } from '../../aws';
import type { NamedDocument } from './identity';
import type { Forget } from './rules/forget-principal';

/**
 * SCPs above an account, from the root of its organization down; none where nothing caps it, undefined where it is in
 * no organization.
 */
export type ScpsOf = (world: AwsWorld, account: string) => readonly (readonly NamedDocument[])[] | undefined;

/** What IAM asks of those who wire the services. */
export interface IamPorts {
  /** What other services do when a user or role is deleted. */
  readonly forget?: Forget;
  readonly scpsOf?: ScpsOf;
}
