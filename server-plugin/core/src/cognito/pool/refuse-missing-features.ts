import type { CreateUserPoolInput, UpdateUserPoolInput } from '../model/input-types.ts';
import { invalidParameter } from '../protocol/cognito-error.ts';

/** What a pool can be asked for in one request or another. */
export type PoolMembers = Partial<CreateUserPoolInput> & Partial<UpdateUserPoolInput>;

/** What Cognito has and a realm has not, where a pool that only seemed to have it would let in whom it should not, or say what is not so. */
const MISSING: readonly { readonly isAsked: (members: PoolMembers) => boolean; readonly message: string }[] = [
  {
    isAsked: ({ LambdaConfig }) => Object.keys(LambdaConfig ?? {}).length > 0,
    message: 'LambdaConfig is not supported: there are no triggers here.',
  },
  {
    isAsked: ({ UserPoolAddOns }) => UserPoolAddOns !== undefined && UserPoolAddOns.AdvancedSecurityMode !== 'OFF',
    message: 'UserPoolAddOns.AdvancedSecurityMode is not supported: it can only be OFF.',
  },
  {
    isAsked: ({ Policies }) =>
      (Policies?.SignInPolicy?.AllowedFirstAuthFactors ?? ['PASSWORD']).some((factor) => factor !== 'PASSWORD'),
    message: 'Policies.SignInPolicy.AllowedFirstAuthFactors is not supported with another factor than PASSWORD.',
  },
  {
    isAsked: ({ UsernameConfiguration }) => UsernameConfiguration?.CaseSensitive === true,
    message:
      'UsernameConfiguration.CaseSensitive is not supported: names differ by more than the case of their letters.',
  },
  {
    isAsked: ({ DcrConfiguration }) =>
      DcrConfiguration?.EnableStatus === 'Enabled' || DcrConfiguration?.OpenDcrEnabled === true,
    message: 'DcrConfiguration is not supported: clients register by the realm’s own client registration.',
  },
  {
    isAsked: ({ KeyConfiguration }) => KeyConfiguration?.KeyType === 'CUSTOMER_MANAGED_KEY',
    message: 'KeyConfiguration is not supported with another KeyType than AWS_OWNED_KEY.',
  },
  {
    isAsked: ({ IssuerConfiguration }) => IssuerConfiguration?.Type === 'UPDATED',
    message: 'IssuerConfiguration is not supported with another Type than ORIGINAL.',
  },
  {
    isAsked: ({ AcrConfiguration }) => Object.keys(AcrConfiguration ?? {}).length > 0,
    message: 'AcrConfiguration is not supported: the realm has the levels of its own flows.',
  },
];

/** @throws CognitoError when a request asks for what is not there */
export function refuseMissingFeatures(members: PoolMembers): void {
  const factors = members.Policies?.SignInPolicy?.AllowedFirstAuthFactors;
  if (factors !== undefined && !factors.includes('PASSWORD')) {
    throw invalidParameter('Password should be configured as one of the allowed first auth factors.');
  }
  const missing = MISSING.find(({ isAsked }) => isAsked(members));
  if (missing !== undefined) throw invalidParameter(missing.message);
}
