import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { CognitoPorts } from '../../cognito/ports.ts';
import type { SrpChallenge } from '../../cognito/records.ts';
import type { OpenRequest } from './open-request.ts';
import type { Sealer } from './seal.ts';
import { claimSignature, isUsable, makeVerifier, publicValue } from './srp.ts';
import type { MemoryUser, MemoryVerifier } from './world.ts';

/** How long a client may take for its proof. */
const LIFE_IN_SECONDS = 180;

interface Exchange {
  readonly kind: 'srp';
  /** Absent in an exchange that nobody can finish. */
  readonly userId?: string;
  readonly aHex: string;
  readonly bHex: string;
  readonly secretHex: string;
  readonly startedAtInSeconds: number;
}

export function srpPorts(
  request: OpenRequest,
  sealer: Sealer,
): Pick<CognitoPorts, 'startSrp' | 'pseudonym' | 'simulateSrp' | 'checkSrp'> {
  function start(input: {
    readonly aHex: string;
    readonly saltHex: string;
    readonly verifierHex: string;
    readonly userId?: string;
  }): SrpChallenge {
    const { aHex, saltHex, verifierHex, userId } = input;
    const secretHex = randomBytes(32).toString('hex');
    const bHex = publicValue(verifierHex, secretHex);
    const startedAtInSeconds = request.nowInSeconds();
    const exchange: Exchange = {
      kind: 'srp',
      aHex,
      bHex,
      secretHex,
      startedAtInSeconds,
      ...(userId === undefined ? {} : { userId }),
    };
    const sealed = sealer.seal(request.realm.id, JSON.stringify(exchange));
    return { saltHex, bHex, secretBlock: Buffer.from(sealed, 'base64url').toString('base64') };
  }

  return {
    startSrp: ({ aHex, poolName }) => {
      const { user } = request;
      if (user.verifier === null) return null;
      const verifierHex = verifierOf(user, user.verifier, poolName);
      return start({ aHex, verifierHex, saltHex: user.verifier.saltHex, userId: user.id });
    },
    pseudonym: ({ text }) => {
      const hex = createHmac('sha256', request.realm.id).update(`id ${text}`).digest('hex');
      const groups = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`];
      return [...groups, hex.slice(20, 32)].join('-');
    },
    simulateSrp: ({ aHex, username }) => {
      const saltHex = createHmac('sha256', request.realm.id).update(username).digest('hex').slice(0, 32);
      return start({ aHex, saltHex, verifierHex: randomBytes(384).toString('hex') });
    },
    checkSrp: ({ poolName, secretBlock, signature, timestamp }) => {
      const opened = sealer.unseal(Buffer.from(secretBlock, 'base64').toString('base64url'));
      const { realm, user } = request;
      if (opened?.realmId !== realm.id || user.verifier === null) return 'wrong';
      const exchange = JSON.parse(opened.text) as Exchange;
      if (exchange.kind !== 'srp' || exchange.userId !== user.id || !isUsable(exchange.aHex)) return 'wrong';
      if (request.nowInSeconds() - exchange.startedAtInSeconds > LIFE_IN_SECONDS) return 'wrong';
      const verifierHex = verifierOf(user, user.verifier, poolName);
      const wanted = claimSignature(
        { poolName, userId: user.username },
        { ...exchange, verifierHex },
        { secretBlock, timestamp },
      );
      const [left, right] = [Buffer.from(wanted), Buffer.from(signature)];
      if (left.length !== right.length || !timingSafeEqual(left, right)) return 'wrong';
      const mark = `srp/${realm.id}/${secretBlock}`;
      return request.beside.putIfAbsent(mark, request.clock.now(), LIFE_IN_SECONDS + 1) ? 'right' : 'used';
    },
  };
}

function verifierOf({ username }: MemoryUser, { saltHex, password }: MemoryVerifier, poolName: string): string {
  return makeVerifier({ poolName, userId: username }, password, saltHex).verifierHex;
}
