/** A text or a mail as the person got it. */
interface Message {
  readonly to: string;
  readonly text: string;
}

/** Where the Cognito API is served, and what a test can do there that no client of AWS can. */
export interface CognitoEndpoint {
  readonly url: string;
  readonly region: string;
  /** Of a key pair that may make and delete pools. */
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** The base of the issuers of pools, which are the URLs of realms: `<realmsUrl>/<realm>`. */
  readonly realmsUrl: string;
  /** All that have arrived at a number or an address, the oldest first. */
  texts(to: string): Promise<readonly Message[]>;
  mails(to: string): Promise<readonly Message[]>;
  /** Milliseconds since the epoch, by the clock that authenticators and the server share. */
  now(): number;
  /** Lets the next time step of authenticators begin. */
  nextStep(): Promise<void>;
  /** Sets attributes of the pool's realm, as an operator does in Keycloak. */
  setPoolAttributes(poolId: string, attributes: Readonly<Record<string, string>>): Promise<void>;
  /** Gives the pool's realm a mail server, whose mails {@link mails} has. */
  setMailServer(poolId: string): Promise<void>;
  /** An access token of that user which has not the scope of the API, as pages of the realm's other applications get one. */
  tokenWithoutScope(poolId: string, user: { readonly username: string; readonly password: string }): Promise<string>;
  /** Keeps what may not turn up in logs. */
  keepSecret(secret: string): Promise<void>;
}

/** Moves the clock by which sessions and codes of one pool expire. */
export function movePoolClock(endpoint: CognitoEndpoint, poolId: string, seconds: number): Promise<void> {
  return endpoint.setPoolAttributes(poolId, { 'lifeguard.clockOffsetInSeconds': String(seconds) });
}
