import { signInRules } from '@lifeguard/shared/mfa';
import { answerSignIn, startSignIn } from '../sign-in/sign-in.ts';
import { partOf } from './part.ts';

/** What every sign-in needs, and as little else as can be: all of it is made anew for each call. The shared vectors ask for its rules. */
export const part = partOf({
  startSignIn,
  answerSignIn,
  // Last: after other members, swc would spread it by property descriptors.
  ...signInRules,
});
