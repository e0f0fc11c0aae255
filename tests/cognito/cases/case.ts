import type { Bench } from '../bench.ts';
import type { SignInClient } from '../clients/sign-in-client.ts';

/** Something that holds for every client that calls operations by name. */
export interface OperationsCase {
  /** The rule; where it answers a public question, with that one's number in contract section 7. */
  readonly name: string;
  /** Whether the AWS CLI runs it too, which takes most of a second for each call. */
  readonly byCommandLine?: true;
  run(bench: Bench): Promise<void>;
}

/** Something that holds for every client with which people sign in. */
export interface SignInCase {
  readonly name: string;
  run(bench: Bench, client: SignInClient): Promise<void>;
}
