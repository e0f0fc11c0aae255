import type { CognitoPorts } from '../../cognito/ports.ts';
import type { StoredMfaSettings } from '@lifeguard/shared/mfa';
import type { PortUser } from '../../ports.ts';
import type { OpenRequest } from './open-request.ts';
import type { MemoryUser } from './world.ts';

type FactorPorts = Pick<
  CognitoPorts,
  | 'user'
  | 'setPhoneNumberVerified'
  | 'setPhoneNumber'
  | 'removePhoneNumber'
  | 'setMfaSettings'
  | 'listPhoneFactor'
  | 'requireAction'
>;

/** What decides about the second factor of the open user: attributes of Keycloak, under the names that the shell has for them. */
export function factorPorts(request: OpenRequest): FactorPorts {
  function write(attributes: Readonly<Record<string, readonly string[]>>): boolean {
    const { user } = request;
    if (user.readOnly) return false;
    const merged = Object.entries({ ...user.attributes, ...attributes });
    user.attributes = Object.fromEntries(merged.filter(([, values]) => values.length > 0));
    return true;
  }
  return {
    user: () => portUser(request.user),
    setPhoneNumberVerified: () => write({ phoneNumberVerified: ['true'] }),
    setPhoneNumber: ({ phoneNumber, verified }) =>
      write({ phoneNumber: [phoneNumber], phoneNumberVerified: [String(verified)] }),
    removePhoneNumber: () => write({ phoneNumber: [], phoneNumberVerified: [] }),
    setMfaSettings: ({ enabledMfa = [], preferredMfa }: StoredMfaSettings) =>
      write({
        'lifeguard.enabledMfa': enabledMfa,
        'lifeguard.preferredMfa': preferredMfa === undefined ? [] : [preferredMfa],
      }),
    listPhoneFactor: ({ label }) => {
      request.user.listedPhone = label;
    },
    requireAction: () => {
      throw new Error('a request to the API has no authentication session');
    },
  };
}

function portUser({ attributes, tokens }: MemoryUser): PortUser {
  const phoneNumber = attributes['phoneNumber']?.[0];
  const enabledMfa = attributes['lifeguard.enabledMfa'];
  const preferredMfa = attributes['lifeguard.preferredMfa']?.[0];
  return {
    softwareTokens: tokens.length,
    phoneNumberVerified: attributes['phoneNumberVerified']?.[0] === 'true',
    ...(phoneNumber === undefined || phoneNumber === '' ? {} : { phoneNumber }),
    ...(enabledMfa === undefined ? {} : { enabledMfa }),
    ...(preferredMfa === undefined ? {} : { preferredMfa }),
  };
}
