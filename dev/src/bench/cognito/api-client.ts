import { allowClient, connect } from '@lifeguard/cli';
import type { Keycloak } from '../../keycloak/start-keycloak.ts';
import type { SignInKind } from '../signin/signin-kinds.ts';
import { CLIENT_ID } from '../signin/bench-realm.ts';

const TOTP_STEP = 'direct-grant-validate-otp';

/** Lets the realm's client get tokens for a password and a code, at the token endpoint or by the API. */
export async function openForPrograms(
  { url, admin }: Pick<Keycloak, 'url' | 'admin'>,
  realm: string,
  kind: SignInKind,
): Promise<void> {
  const pool = await connect({
    server: url,
    realm,
    credentials: { user: admin.username, password: admin.password },
  });
  if (kind.policy === undefined) {
    const [client] = await pool.client.clients.find({ clientId: CLIENT_ID });
    await pool.client.clients.update({ id: client?.id ?? '' }, { ...client, directAccessGrantsEnabled: true });
    const steps = await pool.client.authenticationManagement.getExecutions({ flow: 'direct grant' });
    if (!steps.some(({ providerId }) => providerId === TOTP_STEP)) throw new Error('the direct grant asks for no code');
    return;
  }
  const allowed = await allowClient(pool, {
    clientId: CLIENT_ID,
    flows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
  });
  if (!allowed.ok) throw new Error(allowed.reason);
}
