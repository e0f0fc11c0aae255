import type { NewPool } from './memory-keycloak/make-pool.ts';
import { type MemoryAnswer, MemoryKeycloak } from './memory-keycloak/memory-keycloak.ts';
import { totpCode } from './memory-keycloak/totp.ts';

/** What an answer of the API may hold, as tests read it. */
export interface AnswerBody {
  readonly __type?: string;
  readonly message?: string;
  readonly ChallengeName?: string;
  readonly Session?: string;
  readonly ChallengeParameters?: Readonly<Record<string, string>>;
  readonly AuthenticationResult?: Readonly<Record<string, string>>;
  readonly SecretCode?: string;
  readonly Status?: string;
  readonly [member: string]: unknown;
}

/** A pool with a client and a user on a Keycloak in memory, and the calls that a sign-in is made of. */
export class SigningIn {
  readonly keycloak = new MemoryKeycloak();
  readonly made;
  readonly key = this.keycloak.addKey();

  constructor(options: NewPool = {}) {
    this.made = this.keycloak.addPool(options);
  }

  call = (operation: string, input: unknown): AnswerBody => bodyOf(this.keycloak.call(operation, input)) as AnswerBody;

  /** In the name of an administrator, upon this pool. */
  admin = (operation: string, input: object = {}): AnswerBody =>
    bodyOf(
      this.keycloak.call(operation, { UserPoolId: this.made.poolId, ...input }, { signedBy: this.key }),
    ) as AnswerBody;

  initiate = (parameters: Readonly<Record<string, string>> = {}): AnswerBody =>
    this.call('InitiateAuth', {
      ClientId: this.made.clientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: this.made.username, PASSWORD: this.made.password, ...parameters },
    });

  respond = (
    { ChallengeName, Session }: { readonly ChallengeName?: string | undefined; readonly Session?: string | undefined },
    responses: Readonly<Record<string, string>>,
  ): AnswerBody =>
    this.call('RespondToAuthChallenge', {
      ClientId: this.made.clientId,
      ChallengeName,
      Session,
      ChallengeResponses: { USERNAME: this.made.username, ...responses },
    });

  associate = ({ Session }: Pick<AnswerBody, 'Session'>): AnswerBody =>
    this.call('AssociateSoftwareToken', { Session });

  verify = (session: string | undefined, code: string, FriendlyDeviceName = 'phone'): AnswerBody =>
    this.call('VerifySoftwareToken', { Session: session, UserCode: code, FriendlyDeviceName });

  /** The code of a seed, that many steps from now. */
  code = (seed: string | undefined, steps = 0): string =>
    totpCode(seed ?? '', this.keycloak.clock.now() + steps * 30_000);

  /** Goes through MFA_SETUP; the seed of the new authenticator, whose code of this step is used up. */
  enrol(): string {
    const { Session, SecretCode = '' } = this.associate(this.initiate());
    const verified = this.verify(Session, this.code(SecretCode));
    if (verified.Status !== 'SUCCESS') throw new Error(JSON.stringify(verified));
    return SecretCode;
  }

  wait(seconds: number): void {
    this.keycloak.clock.advance(seconds);
  }
}

function bodyOf({ status, body, cause }: MemoryAnswer): Readonly<Record<string, never>> {
  if (status === 500) throw new Error('the API has failed', { cause });
  return body;
}
