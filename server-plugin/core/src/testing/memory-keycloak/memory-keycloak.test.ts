import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CognitoPorts } from '../../cognito/ports.ts';
import { cognitoPortsOf } from '../../cognito/ports.ts';
import { readClaims } from './jwt.ts';
import type { MadePool, NewPool } from './make-pool.ts';
import { MemoryKeycloak } from './memory-keycloak.ts';
import { claimSignature, makeVerifier, publicValue } from './srp.ts';
import { totpCode } from './totp.ts';

/** Ports with everything of a pool open. */
function openPorts(keycloak: MemoryKeycloak, { poolId, clientId, username }: MadePool): CognitoPorts {
  const ports = keycloak.ports();
  ports.openPool({ name: poolId });
  ports.openClient({ clientId });
  ports.openUser({ keys: [{ by: 'username', value: username }] });
  return ports;
}

function onePool(options?: NewPool) {
  const keycloak = new MemoryKeycloak();
  const made = keycloak.addPool(options);
  return { keycloak, made, ports: openPorts(keycloak, made) };
}

/** A core that does that with the ports and answers with this status. */
function withCore(status: number, use: (ports: CognitoPorts) => unknown) {
  const keycloak = new MemoryKeycloak({
    callCore(_name, _json, host) {
      const ports = cognitoPortsOf(host);
      ports.openPool({ name: made.poolId });
      ports.openClient({ clientId: made.clientId });
      ports.openUser({ keys: [{ by: 'username', value: made.username }] });
      return JSON.stringify({ status, headers: {}, body: { result: use(ports) } });
    },
  });
  const made = keycloak.addPool();
  return { answer: keycloak.call('Any'), user: keycloak.user(made.poolId, made.username), keycloak };
}

const change = (ports: CognitoPorts) => {
  ports.updateUser({ enabled: false });
  ports.tellFailure({ error: 'told' });
};

function pending() {
  const { keycloak, made, ports } = onePool();
  ports.issueSeed({ id: 'pending', lifeInSeconds: 180 });
  const seed = keycloak.beside.object(`seed/${keycloak.realm(made.poolId).id}/${made.userId}/pending`, 0) ?? '';
  return { keycloak, ports, seed, code: totpCode(seed, keycloak.clock.now()) };
}

function signedIn() {
  const { keycloak, made } = onePool();
  const tokens = keycloak.tokensOf(made.poolId, made.clientId, made.username);
  return { keycloak, made, tokens, ports: openPorts(keycloak, made) };
}

const signed = (keycloak: MemoryKeycloak, at: string) => ({ at, signedBy: keycloak.addKey(at, ['view-users']) });

describe('a request', () => {
  it('that is answered with 200 is kept', () => {
    expect(withCore(200, change).user.enabled).toBe(false);
  });

  it('that is refused leaves nothing behind but what has its own transaction', () => {
    const { user, keycloak } = withCore(400, change);
    expect(user.enabled).toBe(true);
    expect(keycloak.beside.events).toMatchObject([{ error: 'told' }]);
  });

  it('is answered with 500 when a port throws, and leaves nothing behind', () => {
    const { answer, user } = withCore(200, (ports) => {
      change(ports);
      return ports.requireAction({ action: 'CONFIGURE_TOTP' });
    });
    expect(answer).toMatchObject({ status: 500, body: { __type: 'InternalErrorException' } });
    expect(user.enabled).toBe(true);
  });

  it('has the secrets in its answer, of which the core saw references', () => {
    const seen: string[] = [];
    const { answer } = withCore(200, (ports) => {
      const tokens = ports.issueTokens({ methods: ['pwd'] });
      seen.push(tokens.accessToken);
      return tokens;
    });
    expect(seen[0]).toMatch(/^secret-/);
    const { accessToken } = (answer.body as unknown as { result: { accessToken: string } }).result;
    expect(readClaims(accessToken)).toMatchObject({ token_use: 'access' });
  });
});

describe('seals', () => {
  it('hold what was sealed, and break by any change', () => {
    const { ports } = onePool();
    const sealed = ports.seal({ text: 'état' });
    const broken = [...sealed].map(
      (letter, at) => sealed.slice(0, at) + (letter === 'A' ? 'B' : 'A') + sealed.slice(at + 1),
    );
    expect(ports.unseal({ sealed })).toBe('état');
    expect(broken.filter((other) => ports.unseal({ sealed: other }) !== null)).toEqual([]);
  });

  it('open their realm, and are nothing where another one is open', () => {
    const { keycloak, ports } = onePool();
    const sealed = ports.seal({ text: 'text' });
    expect(openPorts(keycloak, keycloak.addPool()).unseal({ sealed })).toBeNull();
    expect(onePool().keycloak.ports().unseal({ sealed })).toBeNull();
    expect(keycloak.ports().unseal({ sealed })).toBe('text');
  });
});

it('what is spent is so once, until it is forgotten', () => {
  const { keycloak, ports } = onePool();
  const spend = () => ports.spend({ key: 'session', lifeInSeconds: 60 });
  expect([spend(), spend()]).toEqual([true, false]);
  keycloak.clock.advance(61);
  expect(spend()).toBe(true);
});

describe('authenticators', () => {
  const confirmation = { id: 'pending', label: 'phone' };

  it('are confirmed by their code, which is then used up', () => {
    const { ports, code } = pending();
    expect(ports.confirmSeed({ ...confirmation, id: 'other', code })).toBe('gone');
    expect(ports.confirmSeed({ ...confirmation, code: code === '000000' ? '111111' : '000000' })).toBe('wrong');
    expect(ports.confirmSeed({ ...confirmation, code })).toBe('confirmed');
    expect(ports.confirmSeed({ ...confirmation, code })).toBe('gone');
    expect(ports.judgeSoftwareToken({ code })).toBe('used');
    expect(ports.softwareTokens()).toMatchObject([{ label: 'phone' }]);
  });

  it('take the codes of one step before and after', () => {
    const { keycloak, ports, seed, code } = pending();
    ports.confirmSeed({ ...confirmation, code });
    const judged = [-2, -1, 1, 2].map((steps) => totpCode(seed, keycloak.clock.now(), steps));
    expect(judged.map((other) => ports.judgeSoftwareToken({ code: other }))).toEqual([
      'wrong',
      'right',
      'right',
      'wrong',
    ]);
  });

  it('have the codes of RFC 6238, which are cut to six digits', () => {
    const seed = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
    expect([59, 1_111_111_109, 20_000_000_000].map((at) => totpCode(seed, at * 1_000))).toEqual([
      '287082',
      '081804',
      '353130',
    ]);
  });
});

describe('tokens', () => {
  it('are opened while they and their session live', () => {
    const { keycloak, tokens, ports } = signedIn();
    const open = () => ports.openAccessToken({ token: tokens.accessToken });
    expect(open()).toMatchObject({ ok: true, scopes: expect.arrayContaining(['aws.cognito.signin.user.admin']) });
    keycloak.clock.advance(301);
    expect(open()).toEqual({ ok: false, reason: 'expired' });
    keycloak.clock.advance(-301);
    ports.signOutEverywhere();
    expect(open()).toEqual({ ok: false, reason: 'revoked' });
  });

  it('of one kind do not pass for another, nor do changed ones', () => {
    const { tokens, ports } = signedIn();
    const other = [tokens.idToken, tokens.refreshToken, `${tokens.accessToken}A`, 'a.b.c', ''];
    expect(other.map((token) => ports.openAccessToken({ token }))).toEqual(
      other.map(() => ({ ok: false, reason: 'invalid' })),
    );
  });

  it('are refreshed for their client; an earlier one ends after its grace', () => {
    const { keycloak, made, tokens, ports } = signedIn();
    const refresh = () => ports.refreshTokens({ token: tokens.refreshToken, rotate: true, graceInSeconds: 10 });
    expect(refresh()).toMatchObject({ ok: true, tokens: { refreshToken: expect.stringMatching(/^secret-/) } });
    expect(refresh()).toMatchObject({ ok: true });
    keycloak.clock.advance(11);
    expect(refresh()).toEqual({ ok: false, reason: 'reused' });
    ports.openClient({ clientId: keycloak.addClient(made.poolId).clientId });
    expect(refresh()).toEqual({ ok: false, reason: 'other-client' });
  });
});

describe('signatures', () => {
  it('are checked against the secret of the client in the realm of the endpoint', () => {
    const { keycloak, made } = onePool();
    const options = signed(keycloak, made.poolId);
    expect(keycloak.ports(options).caller()).toMatchObject({ kind: 'signed', region: 'us-east-1' });
    const forged = { ...options.signedBy, secretAccessKey: 'other' };
    expect(keycloak.ports({ ...options, signedBy: forged }).caller()).toEqual({ kind: 'wrong-signature' });
    expect(keycloak.ports({ signedBy: options.signedBy }).caller()).toEqual({ kind: 'unknown-key' });
    expect(keycloak.ports().caller()).toEqual({ kind: 'unsigned' });
  });

  it('may do what their roles say, in that realm', () => {
    const { keycloak, made } = onePool();
    const ports = keycloak.ports(signed(keycloak, made.poolId));
    ports.openPool({ name: made.poolId });
    expect([ports.callerMay({ role: 'view-users' }), ports.callerMay({ role: 'manage-users' })]).toEqual([true, false]);
  });
});

it('users are locked out for a while after the failures that the realm counts', () => {
  const { keycloak, ports } = onePool({ realm: { bruteForce: { failures: 5, waitIncrement: 60, maxWait: 900 } } });
  const locked = Array.from({ length: 5 }, () => {
    ports.countFailure({ factor: 'password' });
    return ports.isLocked();
  });
  expect(locked).toEqual([false, false, false, false, true]);
  keycloak.clock.advance(60);
  expect(ports.isLocked()).toBe(false);
});

describe('SRP', () => {
  // Worked out by a client and by a server that know nothing of each other.
  const text = readFileSync(new URL('srp-vector.json', import.meta.url), 'utf8');
  const vector = JSON.parse(text) as Readonly<Record<string, string>>;
  const at = (name: string) => vector[name] ?? '';
  const identity = { poolName: at('poolNameAfterUnderscore'), userId: at('userIdForSrp') };

  it('computes the verifier, the public value and the proof of the vector', () => {
    expect(makeVerifier(identity, at('password'), at('saltHex')).verifierHex).toBe(at('verifierHex'));
    expect(publicValue(at('verifierHex'), at('bHex'))).toBe(at('SRP_B'));
    const exchange = { aHex: at('SRP_A'), bHex: at('SRP_B'), secretHex: at('bHex'), verifierHex: at('verifierHex') };
    const claim = { secretBlock: at('SECRET_BLOCK'), timestamp: at('TIMESTAMP') };
    expect(claimSignature(identity, exchange, claim)).toBe(at('PASSWORD_CLAIM_SIGNATURE'));
  });
});
