import type { CognitoPorts } from '../../cognito/ports.ts';
import type { OpenRequest } from './open-request.ts';
import { hasSigned, readClaim } from './signature.ts';
import type { MemoryClient } from './world.ts';

const SKEW_IN_MILLIS = 300_000;

export function callerPorts(
  request: OpenRequest,
): Pick<CognitoPorts, 'caller' | 'callerMay' | 'clientAddress' | 'host'> {
  return {
    caller: () => {
      const { wire, clock } = request;
      if (wire.headers['authorization'] === undefined) return { kind: 'unsigned' };
      const claim = readClaim(wire);
      if ('reason' in claim) return { kind: 'malformed', reason: claim.reason };
      const client = keyClient(request, claim.keyId);
      if (client?.secret == null) return { kind: 'unknown-key' };
      const signedAt = wire.headers['x-amz-date'] ?? '';
      const ageInMillis = clock.signersNow() - inMillis(signedAt);
      if (!(Math.abs(ageInMillis) <= SKEW_IN_MILLIS)) {
        return { kind: 'expired', reason: `${signedAt} is not within 5 min. of the server's time.` };
      }
      if (!hasSigned(wire, claim, client.secret)) return { kind: 'wrong-signature' };
      return { kind: 'signed', keyId: claim.keyId, region: claim.region };
    },
    callerMay: ({ role }) => {
      const roles = signerOf(request)?.roles ?? [];
      if (request.endpointRealm !== 'master') {
        return (roles.includes(role) || roles.includes('realm-admin')) && request.realm.name === request.endpointRealm;
      }
      if (roles.includes('admin')) return true;
      return roles.includes(role === 'create-realm' ? role : `${request.realm.name}-realm/${role}`);
    },
    clientAddress: () => request.wire.address,
    host: () => new URL(request.baseUrl).hostname,
  };
}

/** Whose key the request is signed with; its signature is not looked at. */
export function signerOf(request: OpenRequest): MemoryClient | undefined {
  const claim = readClaim(request.wire);
  return 'reason' in claim ? undefined : keyClient(request, claim.keyId);
}

function keyClient({ enabledRealms, endpointRealm }: OpenRequest, keyId: string): MemoryClient | undefined {
  return enabledRealms
    .find(({ name }) => name === endpointRealm)
    ?.clients.find((client) => client.clientId === keyId && client.enabled && client.serviceAccount);
}

/** `20261109T070503Z` */
function inMillis(text: string): number {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  const [year = 0, month = 0, ...rest] = (parts ?? []).slice(1).map(Number);
  return parts === null ? Number.NaN : Date.UTC(year, month - 1, ...rest);
}
