import { describe, expect, test } from 'vitest';
import { refused, UserBed } from '../../testing/user-bed.ts';

interface Listed {
  readonly Users: readonly { readonly Username: string; readonly UserStatus: string }[];
  readonly PaginationToken?: string;
}

function poolOf(count: number): UserBed {
  const bed = new UserBed({ user: { username: 'a-first' } });
  for (let index = 0; index < count; index += 1) {
    const number = String(index).padStart(3, '0');
    bed.keycloak.addUser(bed.made.poolId, {
      username: `user-${number}`,
      password: null,
      firstName: index % 2 === 0 ? 'Even' : 'Odd',
      phoneNumber: `+14155550${number}`,
      ...(index === 3 ? { attributes: { 'lifeguard.passwordReset': ['required'] } } : {}),
    });
  }
  return bed;
}

const list = (bed: UserBed, input: object = {}) => bed.admin('ListUsers', input) as unknown as Listed;
const names = ({ Users }: Listed) => Users.map(({ Username }) => Username);

describe('ListUsers', () => {
  test('tells all users, page by page, each once', () => {
    const bed = poolOf(130);
    const seen: string[] = [];
    let page = list(bed);
    for (;;) {
      seen.push(...names(page));
      expect(page.Users.length).toBeLessThanOrEqual(60);
      if (page.PaginationToken === undefined) break;
      page = list(bed, { PaginationToken: page.PaginationToken });
    }
    expect(seen).toHaveLength(131);
    expect(new Set(seen).size).toBe(131);
  });

  test('has no further page after the last', () => {
    const bed = poolOf(3);
    const first = list(bed, { Limit: 2 });
    expect(names(first)).toEqual(['a-first', 'user-000']);
    const second = list(bed, { Limit: 2, PaginationToken: first.PaginationToken });
    expect(names(second)).toEqual(['user-001', 'user-002']);
    expect(second.PaginationToken).toBeUndefined();
  });

  test.each([
    ['username = "user-001"', ['user-001']],
    ['username = "USER-001"', ['user-001']],
    ['username ^= "user-"', ['user-000', 'user-001', 'user-002', 'user-003']],
    ['"phone_number" = "+14155550002"', ['user-002']],
    ['email = "user-003@example.org"', ['user-003']],
    ['given_name = "Odd"', ['user-001', 'user-003']],
    ['cognito:user_status = "RESET_REQUIRED"', ['user-003']],
    ['status = "Disabled"', []],
    ['status ^= "En"', ['a-first', 'user-000', 'user-001', 'user-002', 'user-003']],
    ['username = "nobody"', []],
  ])('by %s', (Filter, expected) => {
    expect(names(list(poolOf(4), { Filter }))).toEqual(expected);
  });

  test('by the sub', () => {
    const bed = poolOf(4);
    const { id } = bed.keycloak.user(bed.made.poolId, 'user-002');
    expect(names(list(bed, { Filter: `sub = "${id}"` }))).toEqual(['user-002']);
  });

  test('looks on where Keycloak can not look for something', () => {
    const bed = poolOf(130);
    const found = list(bed, { Filter: 'cognito:user_status = "RESET_REQUIRED"', Limit: 1 });
    expect(names(found)).toEqual(['user-003']);
    const rest = list(bed, {
      Filter: 'cognito:user_status = "RESET_REQUIRED"',
      Limit: 1,
      PaginationToken: found.PaginationToken,
    });
    expect(names(rest)).toEqual([]);
    expect(rest.PaginationToken).toBeUndefined();
  });

  test('fills a page from where users that do not fit stand between those that do', () => {
    const bed = poolOf(6);
    bed.keycloak.user(bed.made.poolId, 'user-000').enabled = false;
    bed.keycloak.user(bed.made.poolId, 'user-003').enabled = false;
    const Filter = 'status = "Enabled"';
    const first = list(bed, { Filter, Limit: 2 });
    expect(names(first)).toEqual(['a-first', 'user-001']);
    const second = list(bed, { Filter, Limit: 2, PaginationToken: first.PaginationToken });
    expect(names(second)).toEqual(['user-002', 'user-004']);
    const third = list(bed, { Filter, Limit: 2, PaginationToken: second.PaginationToken });
    expect(names(third)).toEqual(['user-005']);
    expect(third.PaginationToken).toBeUndefined();
  });

  test('tells the attributes that are asked for', () => {
    const bed = poolOf(1);
    expect(list(bed, { AttributesToGet: ['given_name'], Filter: 'username = "user-000"' }).Users).toMatchObject([
      { Username: 'user-000', Attributes: [{ Name: 'given_name', Value: 'Even' }], UserStatus: 'CONFIRMED' },
    ]);
    expect(list(bed, { AttributesToGet: ['shoe_size'] })).toEqual(
      refused('InvalidParameterException', 'One or more requested attributes do not exist.'),
    );
  });

  test.each([
    [{ Filter: 'username' }, 'Error while parsing filter.'],
    [{ Filter: 'username = user' }, 'Error while parsing filter.'],
    [{ Filter: 'password = "x"' }, 'Invalid search attribute: password'],
    [{ Filter: 'constructor = "x"' }, 'Invalid search attribute: constructor'],
    [{ PaginationToken: 'abc' }, 'Invalid pagination token.'],
  ])('refuses %j', (input, message) => {
    expect(list(poolOf(0), input)).toEqual(refused('InvalidParameterException', message));
  });

  test('is for those who may view users', () => {
    const bed = poolOf(0);
    const key = bed.keycloak.addKey('master', [`${bed.made.poolId}-realm/view-clients`]);
    expect(bed.keycloak.call('ListUsers', { UserPoolId: bed.made.poolId }, { signedBy: key }).body).toMatchObject({
      __type: 'AccessDeniedException',
    });
  });
});
