/** Why a pool could not be connected or left. */
export type PoolRefusal =
  | 'pool-address'
  | 'pool-insecure'
  | 'pool-laid-down'
  | 'pool-unreachable'
  | 'pool-not-found'
  | 'pool-sign-in-ended'
  | 'pool-untrusted'
  | 'pool-client'
  | 'pool-no-authenticators'
  | 'pool-needs-factor'
  | 'pool-code-refused'
  | 'pool-answer-lost'
  | 'pool-requires-factor'
  | 'pool-other-user'
  | 'pool-locked'
  | 'pool-unconfirmed'
  | 'pool-account-stays'
  | 'pool-refused';

/** Ends what was begun with a pool. `detail` is what the pool itself said, in its own language. */
export class PoolRefused extends Error {
  override readonly name = 'PoolRefused';
  readonly reason: PoolRefusal;
  readonly detail: string | undefined;

  constructor(reason: PoolRefusal, { detail, ...options }: ErrorOptions & { readonly detail?: string } = {}) {
    super(reason, options);
    this.reason = reason;
    this.detail = detail;
  }
}
