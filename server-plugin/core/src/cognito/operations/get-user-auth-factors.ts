import { GetUserAuthFactors } from '../model/inputs.ts';
import { withAccessToken } from '../operation.ts';
import { mfaSettingMembers } from '../user/auth-factors.ts';

/** @see Amazon Cognito API Reference, GetUserAuthFactors */
export const getUserAuthFactors = withAccessToken(GetUserAuthFactors, (_input, { ports, user }) => ({
  Username: user.username,
  ConfiguredUserAuthFactors: ['PASSWORD'],
  ...mfaSettingMembers(ports),
}));
