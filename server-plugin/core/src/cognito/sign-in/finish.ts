import { type MfaFactor, authenticationMethods, maskPhoneNumber } from '@lifeguard/shared/mfa';
import { notAuthorized } from '../protocol/cognito-error.ts';
import type { PortTokens } from '../records.ts';
import type { SignIn, SignInAnswer } from './sign-in.ts';

/** It asks whoever has no number for one; here an administrator sets it, and the policy decides what is asked for without. */
const NOT_ASKED_HERE = 'lifeguard-phone-number';

/**
 * The end of a sign-in: tokens, unless Keycloak has something to ask that only its pages can.
 * The challenges that answer a required action have taken it from the user.
 * @param factor what was proven beside the password
 */
export function finish({ ports, user }: SignIn, factor?: MfaFactor): SignInAnswer {
  const open = ports.openActions().filter((action) => action !== NOT_ASKED_HERE);
  if (open.length > 0) {
    throw notAuthorized(
      `The user has to sign in on the pages of the user pool first, which ask for: ${open.join(', ')}. ` +
        'An administrator can take these required actions from the user.',
    );
  }
  if (factor === 'SMS_MFA') {
    ports.setPhoneNumberVerified();
    ports.listPhoneFactor({ label: maskPhoneNumber(user.attributes['phoneNumber'] ?? '') });
  }
  ports.countSuccess();
  const methods = ['pwd', ...(factor === undefined ? [] : authenticationMethods(factor))];
  return finishTokens(ports.issueTokens({ methods }));
}

export function finishTokens({ accessToken, idToken, refreshToken, expiresInSeconds }: PortTokens): SignInAnswer {
  return {
    ChallengeParameters: {},
    AuthenticationResult: {
      AccessToken: accessToken,
      ExpiresIn: expiresInSeconds,
      TokenType: 'Bearer',
      ...(refreshToken === undefined ? {} : { RefreshToken: refreshToken }),
      IdToken: idToken,
    },
  };
}
