import { formatMfaSettings, MFA_FACTORS, parseMfaSettings } from '@lifeguard/shared/mfa';
import { AdminDeleteSoftwareToken } from '../model/inputs.ts';
import { onPool } from '../operation.ts';
import type { CognitoPorts } from '../ports.ts';
import { requireUser } from '../user/find-user.ts';

/**
 * What an administrator does for a user who has lost the device. A pool at ON goes on to a set-up at the next sign-in, or to the other factor.
 * Where there is no token it is done already: whoever got no answer asks again.
 * @see Amazon Cognito API Reference, AdminDeleteSoftwareToken
 */
export const adminDeleteSoftwareToken = onPool<{ readonly Username: string }>(
  AdminDeleteSoftwareToken,
  'manage-users',
  ({ Username }, { ports, pool }) => {
    const { id } = requireUser(ports, pool, Username);
    const tokens = ports.softwareTokens();
    for (const token of tokens) ports.removeSoftwareToken({ id: token.id });
    forgetSoftwareToken(ports);
    ports.tellChange({ operation: 'UPDATE', resource: 'USER', details: { id, softwareTokensRemoved: tokens.length } });
    return {};
  },
);

/** A factor that is gone is neither enabled nor preferred; what was never set stays so. */
function forgetSoftwareToken(ports: CognitoPorts): void {
  const { enabledFactors, preferredFactor } = parseMfaSettings(ports.user());
  if (enabledFactors === undefined && preferredFactor === undefined) return;
  ports.setMfaSettings(
    formatMfaSettings({
      ...(preferredFactor === undefined || preferredFactor === 'SOFTWARE_TOKEN_MFA' ? {} : { preferredFactor }),
      ...(enabledFactors === undefined
        ? {}
        : {
            enabledFactors: MFA_FACTORS.filter(
              (factor) => factor !== 'SOFTWARE_TOKEN_MFA' && enabledFactors.includes(factor),
            ),
          }),
    }),
  );
}
