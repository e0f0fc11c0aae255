import type { NewPool } from './memory-keycloak/make-pool.ts';
import type { MemoryUser } from './memory-keycloak/world.ts';
import { type AnswerBody, SigningIn } from './signing-in.ts';

/** A pool with a user who is signed in, and an administrator; mails arrive. */
export class UserBed extends SigningIn {
  private readonly accessToken: string;

  constructor(options: NewPool = {}) {
    super({ ...options, realm: { smtp: { host: 'mail.example.org' }, duplicateEmails: true, ...options.realm } });
    const { poolId, clientId, username } = this.made;
    this.accessToken = this.keycloak.tokensOf(poolId, clientId, username).accessToken;
  }

  /** What the user asks for with an access token. */
  self = (operation: string, input: object = {}): AnswerBody =>
    this.call(operation, { AccessToken: this.accessToken, ...input });

  /** What anybody asks for who knows the client. */
  anybody = (operation: string, input: object = {}): AnswerBody =>
    this.call(operation, { ClientId: this.made.clientId, Username: this.made.username, ...input });

  /** What the administrator does with the user. */
  manage = (operation: string, input: object = {}): AnswerBody =>
    this.admin(operation, { Username: this.made.username, ...input });

  /** The user as Keycloak has one now. */
  get user(): MemoryUser {
    return this.keycloak.user(this.made.poolId, this.made.userId);
  }

  attribute(name: string): string | undefined {
    return this.user.attributes[name]?.[0];
  }

  /** The code in the newest mail. */
  get lastMailedCode(): string {
    return /[0-9]{6}/.exec(this.keycloak.beside.mails.at(-1)?.text ?? '')?.[0] ?? '';
  }

  /** The attributes that the API tells an administrator. */
  told(username = this.made.username): Readonly<Record<string, string>> {
    const { UserAttributes = [] } = this.admin('AdminGetUser', { Username: username }) as {
      UserAttributes?: readonly { readonly Name: string; readonly Value: string }[];
    };
    return Object.fromEntries(UserAttributes.map(({ Name, Value }) => [Name, Value]));
  }
}

/** Settings of a pool that verifies both addresses and numbers by itself. */
export const AUTO_VERIFIED = { AutoVerifiedAttributes: ['email', 'phone_number'] } as const;

export const attributes = (values: Readonly<Record<string, string>>) =>
  Object.entries(values).map(([Name, Value]) => ({ Name, Value }));

export const refused = (type: string, message: string) => ({ __type: type, message });

/** A code of six digits that is not this one. */
export const otherThan = (code: string): string => (code === '000000' ? '000001' : '000000');
