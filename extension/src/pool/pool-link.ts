/** The pool that an account was connected to, and as whom: what is needed to leave it again. Holds no token. */
export interface PoolLink {
  readonly issuer: string;
  readonly clientId: string;
  /** The user's id in the pool. */
  readonly subject: string;
}

/** Whether both are of one user of one pool, by whichever client. */
export function isSamePoolUser(one: PoolUser | undefined, other: PoolUser | undefined): boolean {
  return one !== undefined && one.issuer === other?.issuer && one.subject === other.subject;
}

type PoolUser = Pick<PoolLink, 'issuer' | 'subject'>;
