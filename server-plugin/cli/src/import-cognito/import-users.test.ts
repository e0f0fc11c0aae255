import { NetworkError } from '@keycloak/keycloak-admin-client';
import { DEFAULT_POOL_POLICY } from '@lifeguard/shared/mfa';
import { describe, expect, it } from 'vitest';
import type { Pool } from '../connect.ts';
import { exportedUser } from './export-fixture.ts';
import { type ImportedUser, importUsers, type UsersThere } from './import-users.ts';
import { planUsers } from './plan-users.ts';

const REALM = 'x';
const NOBODY: UsersThere = { idByName: new Map(), ids: new Set() };
const users = Array.from({ length: 250 }, (_, index) => exportedUser(index));
const plans = planUsers({ users, memberships: new Map(), factors: new Map() }, DEFAULT_POOL_POLICY);

/** A server that imports all of a request or nothing. */
function serverRefusing(...names: readonly string[]) {
  const requests: string[][] = [];
  const made = new Set<string>();
  const partialImport = ({ rep }: { rep: { users: { username: string }[] } }) => {
    const asked = rep.users.map(({ username }) => username);
    requests.push(asked);
    if (asked.some((name) => names.includes(name))) {
      const response = { status: 409, url: 'http://keycloak.example/admin/realms/x/partialImport' } as Response;
      throw new NetworkError('refused', { response, responseData: { errorMessage: 'no' } });
    }
    for (const name of asked) made.add(name);
  };
  const findOne = async () => ({ defaultRole: { name: `default-roles-${REALM}` } });
  const client = { realms: { findOne, partialImport: async (input: never) => partialImport(input) } };
  return { requests, made, pool: { server: 'http://keycloak.example', realm: REALM, client } as unknown as Pool };
}

async function run(pool: Pool, there: UsersThere, apply: boolean): Promise<readonly ImportedUser[]> {
  const heard: ImportedUser[] = [];
  await importUsers(pool, plans, there, { apply, onUser: (user) => heard.push(user) });
  return heard;
}

describe('importUsers', () => {
  it('asks for few at a time, and tells of each', async () => {
    const server = serverRefusing();
    const heard = await run(server.pool, NOBODY, true);
    expect(server.requests.map(({ length }) => length)).toEqual([100, 100, 50]);
    expect(heard.map(({ outcome }) => outcome)).toEqual(users.map(() => 'imported'));
  });

  it('one who is refused stops nobody, and is found with few requests', async () => {
    const server = serverRefusing('user7', 'user203');
    const heard = await run(server.pool, NOBODY, true);
    const refused = heard.filter(({ outcome }) => outcome === 'refused');
    expect(refused.map(({ plan }) => plan.username)).toEqual(['user7', 'user203']);
    expect(server.made.size).toBe(248);
    expect(server.requests.length).toBeLessThan(40);
  });

  it('leaves alone whom it has made, and does not take somebody else for that one', async () => {
    const there = {
      idByName: new Map([
        ['user0', 'other'],
        ['user1', '00000000-0000-4000-8000-000000000001'],
      ]),
    };
    const server = serverRefusing();
    const [first, second] = await run(server.pool, { ...there, ids: new Set(there.idByName.values()) }, true);
    expect(first).toMatchObject({ outcome: 'refused', reason: expect.stringMatching(/username/) });
    expect(second?.outcome).toBe('there-already');
    expect(server.made.has('user1')).toBe(false);
  });

  it('writes nothing unless told to', async () => {
    const server = serverRefusing();
    const heard = await run(server.pool, NOBODY, false);
    expect(server.requests).toEqual([]);
    expect(new Set(heard.map(({ outcome }) => outcome))).toEqual(new Set(['to-import']));
  });
});
