import type { ClientContext } from '../client/open-client.ts';
import type { PortUserRecord } from '../records.ts';
import type { ChallengeName } from './challenge-name.ts';

/** Somebody who signs in, and is open too. */
export interface SignIn extends ClientContext {
  readonly user: PortUserRecord;
  /** As it was typed: an alias, the name or the id. */
  readonly typedName: string;
}

/** What both InitiateAuth and RespondToAuthChallenge answer. */
export type SignInAnswer =
  | {
      readonly ChallengeName: ChallengeName;
      readonly Session: string;
      readonly ChallengeParameters: Readonly<Record<string, string>>;
    }
  | {
      readonly ChallengeParameters: Readonly<Record<string, never>>;
      readonly AuthenticationResult: Readonly<Record<string, unknown>>;
    };
