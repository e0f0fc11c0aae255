import { describe, expect, it } from 'vitest';
import { exportedUser, file, POOL_ID, PUBLIC_CLIENT, SAMPLE, sampleFiles } from './export-fixture.ts';
import { readExport } from './read-export.ts';

function problemsOf(files: ReturnType<typeof sampleFiles>): readonly string[] {
  const result = readExport(files);
  return result.ok ? [] : result.problems;
}

function read(files: ReturnType<typeof sampleFiles>) {
  const result = readExport(files);
  if (!result.ok) throw new Error(result.problems.join(' '));
  return result.export;
}

describe('readExport', () => {
  it('knows files by what they hold, whatever their names', () => {
    const renamed = sampleFiles().map(({ bytes, name }, index) => ({
      bytes,
      name: name.includes('in-group') ? name : `out/${index}`,
    }));
    const { pool, clients, users, memberships, factors } = read(renamed);
    expect(pool.Id).toBe(POOL_ID);
    expect(clients).toHaveLength(2);
    expect(users).toHaveLength(6);
    expect(memberships.get('user1')).toEqual(['editors']);
    expect(factors.get('user1')?.UserMFASettingList).toContain('SOFTWARE_TOKEN_MFA');
  });

  it('joins pages, in several files or one behind the other in one', () => {
    const [first, second, last] = [
      { Users: [exportedUser(1)], PaginationToken: 'x' },
      { Users: [exportedUser(2)], PaginationToken: 'y' },
      { Users: [exportedUser(3)] },
    ];
    const inOne = [first, second, last].map((each) => JSON.stringify(each, undefined, 2)).join('\n');
    const several = { 'list-users.json': first, 'list-users-2.json': second, 'list-users-3.json': last };
    for (const change of [{ 'list-users.json': inOne }, several])
      expect(read(sampleFiles(change)).users.map(({ Username }) => Username)).toEqual(['user1', 'user2', 'user3']);
  });

  it('reads what PowerShell writes', () => {
    const text = Buffer.from(`\uFEFF${JSON.stringify(SAMPLE['list-users.json'])}`, 'utf16le');
    const files = sampleFiles({ 'list-users.json': undefined });
    expect(read([...files, { name: 'users.json', bytes: text }]).users).toHaveLength(6);
  });

  it.each<[string, RegExp]>([
    ['describe-user-pool.json', /aws cognito-idp describe-user-pool --/],
    ['get-user-pool-mfa-config.json', /aws cognito-idp get-user-pool-mfa-config/],
    ['list-user-pool-clients.json', /aws cognito-idp list-user-pool-clients/],
    ['client-web.json', new RegExp(`describe-user-pool-client .*--client-id ${PUBLIC_CLIENT}`)],
    ['list-users.json', /aws cognito-idp list-users --/],
    ['list-groups.json', /aws cognito-idp list-groups/],
  ])('says which command writes %s when it is missing', (name, command) => {
    expect(problemsOf(sampleFiles({ [name]: undefined }))).toEqual([expect.stringMatching(command)]);
  });

  it.each<[string, ReturnType<typeof sampleFiles>, RegExp]>([
    ['an empty file', sampleFiles({ 'list-users.json': '' }), /list-users.json is empty/],
    ['a table', sampleFiles({ 'list-users.json': '----\n| ListUsers |' }), /--output json/],
    ['a text that breaks off', sampleFiles({ 'list-users.json': '{"Users": [{"Username": "a"}' }), /is no JSON/],
    ['what --query leaves', sampleFiles({ 'list-users.json': [exportedUser(1)] }), /leave out --query/],
    ['users without names', sampleFiles({ 'list-users.json': { Users: [{}] } }), /not as list-users writes it/],
    [
      'a list whose next page is missing',
      sampleFiles({ 'list-users.json': { Users: [], PaginationToken: 'x' } }),
      /further pages/,
    ],
    ['two pools', [...sampleFiles(), file('other.json', { UserPool: { Id: 'eu-west-1_Other' } })], /several pools/],
    [
      'a client of another pool',
      [...sampleFiles(), file('c.json', { UserPoolClient: { ClientId: 'x', UserPoolId: 'eu-west-1_Other' } })],
      /one of pool eu-west-1_Other/,
    ],
    ['an id that is none', sampleFiles({ 'describe-user-pool.json': { UserPool: { Id: '../x' } } }), /no id of a pool/],
  ])('refuses %s', (_, files, problem) => {
    expect(problemsOf(files)).toContainEqual(expect.stringMatching(problem));
  });

  it('passes over other files and says so', () => {
    const files = [...sampleFiles(), file('notes.txt', 'hello'), file('tags.json', { Tags: {} })];
    expect(read(files).notes).toEqual([
      'notes.txt was not read: it is no JSON.',
      'tags.json was not read: it holds nothing that is taken over.',
    ]);
  });
});
