import { allowsFlow } from '@lifeguard/shared/cognito';
import { readClientSettings } from '../../cognito/client-settings.ts';
import { lifeguard } from '../commands.ts';
import { type Check, ok, quotedList, warning } from '../finding.ts';

/** Sign-in by SRP needs verifiers, and verifiers a key that is not in the database. */
export const cognitoSrp: Check = ({ clients, cognito, realm, status }) => {
  if (!cognito.srp) {
    const waiting = clients.flatMap((client) => {
      const read = readClientSettings(client);
      if (client.enabled === false || read.kind !== 'settings' || client.clientId === undefined) return [];
      const { settings } = read;
      const byPassword =
        allowsFlow(settings, 'ALLOW_USER_PASSWORD_AUTH') || allowsFlow(settings, 'ALLOW_ADMIN_USER_PASSWORD_AUTH');
      return allowsFlow(settings, 'ALLOW_USER_SRP_AUTH') && !byPassword ? [client.clientId] : [];
    });
    if (waiting.length === 0) return ok('No SRP verifiers of passwords are kept.');
    return warning(
      `These clients sign users in by USER_SRP_AUTH alone, and the realm keeps no verifiers for it: ${quotedList(waiting)}.`,
      lifeguard(['cognito', 'set'], realm, '--srp', 'on'),
      ...waiting.map((clientId) => lifeguard(['cognito', 'allow', clientId], realm, '--flow', 'user-password,refresh')),
    );
  }
  const hasKey = status.ok ? status.status.cognito?.srpKey : undefined;
  if (hasKey === undefined)
    return warning('The realm keeps SRP verifiers; whether the server has a key for them is unknown.');
  if (hasKey) return ok('SRP verifiers of passwords are kept, encrypted under a key of the server.');
  return warning(
    'The realm is to keep SRP verifiers, but the server has no key for them: none is kept, and USER_SRP_AUTH is refused.',
    'Start Keycloak with --spi-credential--lifeguard-srp--key=file:PATH, a file that openssl rand -base64 32 has written.',
    lifeguard(['cognito', 'set'], realm, '--srp', 'off'),
  );
};
