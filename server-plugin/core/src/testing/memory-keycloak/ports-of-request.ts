import type { CognitoPorts } from '../../cognito/ports.ts';
import type { Host } from '../../border.ts';
import { callerPorts } from './caller-ports.ts';
import { clientPorts } from './client-ports.ts';
import { codePorts } from './code-ports.ts';
import { factorPorts } from './factor-ports.ts';
import type { TokenKeys } from './jwt.ts';
import { ledgerPorts } from './ledger-ports.ts';
import { lockoutPorts } from './lockout-ports.ts';
import type { OpenRequest } from './open-request.ts';
import { passwordPorts } from './password-ports.ts';
import { poolPorts } from './pool-ports.ts';
import type { Sealer } from './seal.ts';
import { sealPorts } from './seal-ports.ts';
import { softwareTokenPorts } from './software-token-ports.ts';
import { srpPorts } from './srp-ports.ts';
import { tokenPorts } from './token-ports.ts';
import { userPorts } from './user-ports.ts';

/** All ports for one request. */
export function portsOfRequest(
  request: OpenRequest,
  { sealer, keys }: { readonly sealer: Sealer; readonly keys: TokenKeys },
): CognitoPorts {
  return {
    ...poolPorts(request),
    ...clientPorts(request),
    ...userPorts(request),
    ...passwordPorts(request),
    ...srpPorts(request, sealer),
    ...sealPorts(request, sealer),
    ...softwareTokenPorts(request),
    ...codePorts(request),
    ...factorPorts(request),
    ...ledgerPorts(request),
    ...lockoutPorts(request),
    ...callerPorts(request),
    ...tokenPorts(request, keys),
  };
}

/** The ports behind the border: text in, text out. */
export function hostOf(ports: CognitoPorts): Host {
  const byName = ports as unknown as Readonly<Record<string, ((input: unknown) => unknown) | undefined>>;
  return {
    call(port, json) {
      const answer = Object.hasOwn(ports, port) ? byName[port] : undefined;
      if (answer === undefined) throw new Error(`no port ${port}`);
      return JSON.stringify({ value: answer(JSON.parse(json)) });
    },
  };
}
