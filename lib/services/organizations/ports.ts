import type { AwsWorld } from '../../aws';

/** An account as Organizations shows it. */
interface Account {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly createdAtMs: number;
}

interface WantedAccount {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** The role through which the management account administers it. */
  readonly roleName: string;
  /** Whom that role trusts. */
  readonly managementAccount: string;
}

/** What Organizations asks of whoever keeps accounts. */
export interface AccountDirectory {
  account(world: AwsWorld, id: string): Account | undefined;
  isEmailTaken(world: AwsWorld, email: string): boolean;
  /** Makes the account and its role, inside the open transaction. */
  create(
    world: AwsWorld,
    wanted: WantedAccount,
    random: (purpose: string, length: number) => Uint8Array,
  ): void;
}
