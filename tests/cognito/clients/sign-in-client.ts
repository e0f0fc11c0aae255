import type { CognitoEndpoint } from '../endpoint.ts';

export type Factor = 'SMS_MFA' | 'SOFTWARE_TOKEN_MFA';

/** Where somebody signs in. */
export interface SignInPlace {
  readonly endpoint: CognitoEndpoint;
  readonly poolId: string;
  readonly clientId: string;
}

/** Who signs in, and what that person answers when a client asks. */
export interface Person {
  readonly username: string;
  readonly password: string;
  readonly newPassword?: string;
  /** What is chosen where there is a choice. */
  readonly choice?: Factor;
  /** Typed before the right code, once for each challenge that asks for one. */
  readonly wrongCode?: string;
  smsCode(): Promise<string>;
  totpCode(): Promise<string>;
  /** The first code of an authenticator that was just given its seed. */
  setUpCode(seedBase32: string): Promise<string>;
  readonly deviceName?: string;
}

/** What happened in a sign-in. */
export interface SignedIn {
  /** The challenges, by the names that the client has for them. */
  readonly asked: readonly string[];
  /** Refusals of codes that were typed first: `<type>: <message>`. */
  readonly refused: readonly string[];
  /** What the client says of where the code went. */
  readonly destination?: string;
  readonly choices?: readonly string[];
  readonly accessToken: string;
  readonly idToken: string;
  readonly refreshToken: string;
}

/** The settings of a user's factors, as GetUser has them. */
interface Preference {
  readonly preferred?: string;
  readonly enabled?: readonly string[];
}

/** How a factor is set: `preferred` implies `enabled`. */
export type FactorSetting = 'off' | 'enabled' | 'preferred';

/** A client with which people sign in and look after their factors. Somebody is signed in after `signIn`, until `signOut`. */
export interface SignInClient {
  readonly name: string;
  /** @throws OperationError as the client reports it */
  signIn(place: SignInPlace, person: Person): Promise<SignedIn>;
  enrol(person: Person): Promise<void>;
  setPreference(settings: Readonly<Partial<Record<Factor, FactorSetting>>>): Promise<void>;
  preference(): Promise<Preference>;
  /** New tokens by the refresh token; the access token. */
  refresh(): Promise<string>;
  signOut(): Promise<void>;
}
