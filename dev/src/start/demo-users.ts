/** Someone who can sign in to the demo. */
export interface DemoUser {
  readonly username: string;
  readonly password: string;
  readonly firstName: string;
  readonly lastName: string;
  /** E.164. */
  readonly phone?: string;
  /** Whether the console of Lifeguard lets this user in. */
  readonly isOperator?: boolean;
}

/** One who gets her code by SMS and is the operator, and one who has no factor yet and must enrol an authenticator. The number is Ofcom's for drama. */
export const DEMO_USERS: readonly DemoUser[] = [
  {
    username: 'ada',
    password: 'ada',
    firstName: 'Ada',
    lastName: 'Lovelace',
    phone: '+447700900123',
    isOperator: true,
  },
  { username: 'grace', password: 'grace', firstName: 'Grace', lastName: 'Hopper' },
];
