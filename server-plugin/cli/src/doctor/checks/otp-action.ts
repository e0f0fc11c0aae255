import { OTP_ACTION, planOtpAction } from '../../install/otp-action.ts';
import { type Check, ok, problem } from '../finding.ts';

export const otpAction: Check = ({ requiredActions, realm }) =>
  planOtpAction(requiredActions).length === 0
    ? ok(`The required action ${OTP_ACTION} is enabled.`)
    : problem(
        `The required action ${OTP_ACTION} is not enabled, so nobody can enrol an authenticator app.`,
        `lifeguard install --realm ${realm.realm}`,
      );
