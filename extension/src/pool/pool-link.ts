/** The pool that an account was connected to, and as whom: what is needed to leave it again. Holds no token. */
export interface PoolLink {
  readonly issuer: string;
  readonly clientId: string;
  /** The user's id in the pool. */
  readonly subject: string;
}
