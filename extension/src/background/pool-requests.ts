import { EXTENSION_CLIENT } from '@lifeguard/shared/cognito';
import { OTP_DEFAULTS, type OtpKey, parseSecretBase32, totpCode } from '@lifeguard/shared/otp';
import type { AccountNames } from '../account-name.ts';
import { deviceNameAt } from '../enrol/device-name.ts';
import type { ManagedPolicy } from '../managed-policy.ts';
import type { AccountsApi } from '../messages/accounts-api.ts';
import type { ConnectAnswer, PoolsApi } from '../messages/pools-api.ts';
import { issuerAt } from '../pool/pool-address.ts';
import { isSamePoolUser } from '../pool/pool-link.ts';
import { PoolRefused, type PoolRefusal } from '../pool/pool-refused.ts';
import { type SignedIn, signInToPool, type SignInPorts } from '../pool/sign-in-to-pool.ts';
import { type Account, newAccount } from '../vault/account.ts';
import { commitAccount, stageAccount, withdrawStaged } from '../vault/stage-account.ts';
import type { Vault } from '../vault/vault.ts';
import type { GivenCodes } from './given-codes.ts';

export interface PoolRequestPorts {
  readonly vault: Pick<Vault, 'accounts' | 'isPasswordKey' | 'update'>;
  readonly policy: () => Promise<ManagedPolicy>;
  readonly poolSignIn: SignInPorts;
  readonly givenCodes: Pick<GivenCodes, 'remember'>;
  readonly removeAccount: AccountsApi['removeAccount'];
  readonly now: () => number;
  readonly randomId: () => string;
}

interface Refused {
  readonly ok: false;
  readonly reason: PoolRefusal;
  readonly detail?: string;
}

const LOCKED = { ok: false, reason: 'locked' } as const;
/** The same while the user signed in: nothing has been done yet. */
const LOCKED_MEANWHILE = { ok: false, reason: 'pool-locked' } as const;

/** Answers to the page about user pools: an account that is set up, and removed, on both sides at once and without a page that shows a key. */
export function poolRequests(ports: PoolRequestPorts): PoolsApi {
  const { vault, policy, poolSignIn, removeAccount } = ports;
  return {
    connectPool: ({ address }) =>
      orRefusal(async () => {
        if ((await vault.accounts()) === undefined) return LOCKED;
        const { pool: laidDown } = await policy();
        const issuer = laidDown === undefined ? issuerAt(address) : laidDownIssuer(laidDown.address);
        const place = { issuer, clientId: laidDown?.clientId ?? EXTENSION_CLIENT };
        return signInToPool(place, poolSignIn, (signedIn) => connect(signedIn, place, ports));
      }),

    disconnectPool: ({ id, passwordKeyBase64 }) =>
      orRefusal(async () => {
        const accounts = await vault.accounts();
        if (accounts === undefined) return LOCKED;
        if (!(await vault.isPasswordKey(passwordKeyBase64))) return { ok: false, reason: 'wrong-password' } as const;
        const account = accounts.find((one) => one.id === id);
        const link = account?.pool;
        if (account === undefined || link === undefined) return { ok: false, reason: 'no-account' } as const;
        return signInToPool({ ...link, loginHint: account.account }, poolSignIn, async ({ api, subject }) => {
          if (subject !== link.subject) throw new PoolRefused('pool-other-user');
          const { mfa, accepted } = await api.describePool();
          // It would go on asking for codes that nobody has any more.
          const hasAnother = accepted.some((factor) => factor !== 'SOFTWARE_TOKEN_MFA');
          if (mfa === 'ON' && !hasAnother) throw new PoolRefused('pool-requires-factor');
          if ((await vault.accounts()) === undefined) return LOCKED_MEANWHILE;
          await api.setSoftwareToken(false);
          const { ok } = await removeAccount({ id });
          return ok ? { ok } : ({ ok, reason: 'pool-account-stays' } as const);
        });
      }),
  };
}

/** What is wrong with an address that the user can't change is no help: who laid it down has to correct it. */
function laidDownIssuer(address: string): string {
  try {
    return issuerAt(address);
  } catch (cause) {
    if (!(cause instanceof PoolRefused)) throw cause;
    throw new PoolRefused('pool-laid-down', { cause });
  }
}

interface Place {
  readonly issuer: string;
  readonly clientId: string;
}

/** The account is in the vault before the pool takes it for an authenticator, so that neither side is ever without the other. */
async function connect(
  { api, subject, skewInMillis }: SignedIn,
  place: Place,
  ports: PoolRequestPorts,
): Promise<ConnectAnswer> {
  const { vault, givenCodes, now, randomId } = ports;
  const { username, name, mfa, factors } = await api.describePool();
  const pool = { name, mfa, factors };
  const accounts = await vault.accounts();
  if (accounts === undefined) return LOCKED_MEANWHILE;
  const known = accounts.find(({ pool: link }) => isSamePoolUser(link, { ...place, subject }));
  // One that is connected again keeps the names that the user has given it.
  const key = await newKey(api.associateSoftwareToken, known ?? { issuer: name, account: username });
  const staged = newAccount(randomId(), {
    key,
    origins: [new URL(place.issuer).origin],
    state: 'staged',
    createdAtInMillis: now(),
    pool: { ...place, subject },
  });
  const id = await stage(staged, ports);
  if (id === undefined) return LOCKED_MEANWHILE;
  const { code, step } = totpCode(key, now() + skewInMillis);
  await givenCodes.remember(id, { step, documentId: '' });
  await verify(() => api.verifySoftwareToken({ code, deviceName: deviceNameAt(now()) }), staged, ports);
  const keptId = await keep(staged, ports);
  if (keptId === undefined) return { ok: false, reason: 'pool-unconfirmed' };
  if (keptId !== id) await givenCodes.remember(keptId, { step, documentId: '' });
  return { ok: true, id: keptId, pool, isPreferred: await wasAccepted(() => api.setSoftwareToken(true)) };
}

async function newKey(associate: () => Promise<string>, { issuer, account }: AccountNames): Promise<OtpKey> {
  const secret = parseSecretBase32(await associate());
  if (!secret.ok) throw new PoolRefused('pool-untrusted');
  const { secretBase32 } = secret;
  // What the API says of an authenticator is that it is one of RFC 6238 with its default values.
  return { ...OTP_DEFAULTS, type: 'totp', issuer, account, secretBase32 };
}

async function stage(staged: Account, { vault }: PoolRequestPorts): Promise<string | undefined> {
  let { id } = staged;
  const wasUnlocked = await vault.update((accounts) => {
    const result = stageAccount(accounts, staged, { begunElsewhere: [] });
    ({ id } = result);
    return result.accounts;
  });
  return wasUnlocked ? id : undefined;
}

/** What the pool has refused is worth nothing; where nobody knows what became of it, the user decides. */
async function verify(
  ask: () => Promise<void>,
  { secretBase32 }: Account,
  { vault, now, randomId }: PoolRequestPorts,
): Promise<void> {
  try {
    await ask();
  } catch (cause) {
    if (!(cause instanceof PoolRefused) || cause.reason === 'pool-answer-lost') throw cause;
    const moment = { nowInMillis: now(), newId: randomId() };
    await vault.update((accounts) => withdrawStaged(accounts, secretBase32, moment), { removes: true });
    throw cause;
  }
}

/**
 * Makes the account that the pool has taken active. One that is gone, because the user has discarded it or another window has put its own
 * in its place, comes back: the pool asks for its codes. Returns its id, and `undefined` while locked.
 */
async function keep(staged: Account, { vault, now }: PoolRequestPorts): Promise<string | undefined> {
  const alone = { begunElsewhere: [], nowInMillis: now() };
  let { id } = staged;
  const wasUnlocked = await vault.update((accounts) => {
    const there = accounts.find(({ secretBase32 }) => secretBase32 === staged.secretBase32);
    if (there === undefined) return commitAccount([...accounts, staged], id, alone);
    ({ id } = there);
    return commitAccount(accounts, id, alone);
  });
  return wasUnlocked ? id : undefined;
}

async function wasAccepted(ask: () => Promise<void>): Promise<boolean> {
  try {
    await ask();
    return true;
  } catch (error) {
    if (error instanceof PoolRefused) return false;
    throw error;
  }
}

async function orRefusal<Answer>(work: () => Promise<Answer>): Promise<Answer | Refused> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof PoolRefused)) throw error;
    const { reason, detail } = error;
    return { ok: false, reason, ...(detail !== undefined && detail !== '' && { detail }) };
  }
}
