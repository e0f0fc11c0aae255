import type { Bench } from '../bench.ts';
import type { SignInClient } from '../clients/sign-in-client.ts';

/** Something that holds for every client that calls operations by name. */
export interface OperationsCase {
  /** The rule; where it answers a public question, with that one's number in contract section 7. */
  readonly name: string;
  /** Whether it calls AdminDeleteSoftwareToken, which the AWS CLI 1.46 does not have. */
  readonly deletesToken?: true;
  run(bench: Bench): Promise<void>;
}

/** Something that holds for every client with which people sign in. */
export interface SignInCase {
  readonly name: string;
  /** Whether the way of the first factor can make a difference. */
  readonly isAboutPassword?: true;
  run(bench: Bench, client: SignInClient): Promise<void>;
}
