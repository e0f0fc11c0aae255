import type { PoolDescription } from '../pool/pool-api.ts';
import type { PoolRefusal } from '../pool/pool-refused.ts';

/** Requests about user pools. */
export interface PoolsApi {
  /**
   * Signs the user in at a pool and makes Lifeguard the authenticator there. The organisation's pool comes before the address.
   * @param address of any page of the realm
   */
  connectPool(input: { readonly address: string }): Promise<ConnectAnswer>;
  /** Turns the factor of a connected account off at its pool, and then removes the account. */
  disconnectPool(input: { readonly id: string; readonly passwordKeyBase64: string }): Promise<DisconnectAnswer>;
}

/** A refusal of a pool, with the pool's own words where it has some. */
type PoolRefused<Reason> = { readonly ok: false; readonly reason: Reason; readonly detail?: string };

export type ConnectAnswer =
  | {
      readonly ok: true;
      readonly id: string;
      readonly pool: PoolDescription;
      /** Whether the pool asks for these codes before others from now on. */
      readonly isPreferred: boolean;
    }
  | PoolRefused<'locked' | PoolRefusal>;

export type DisconnectAnswer =
  | { readonly ok: true }
  | PoolRefused<'locked' | 'wrong-password' | 'no-account' | PoolRefusal>;
