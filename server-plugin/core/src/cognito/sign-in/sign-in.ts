import type { ClientSettings } from '../client/client-settings.ts';
import type { CognitoPorts } from '../ports.ts';
import type { PortClient, PortPool, PortUserRecord } from '../records.ts';
import type { ChallengeName } from './challenge-name.ts';

/** Where somebody signs in: the pool and the client are open. */
export interface SignInPlace {
  readonly ports: CognitoPorts;
  readonly pool: PortPool;
  readonly client: PortClient;
  readonly settings: ClientSettings;
}

/** Somebody who signs in, and is open too. */
export interface SignIn extends SignInPlace {
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
