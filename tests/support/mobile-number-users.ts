import type { TestBed, TestUser } from './test-bed.ts';

/** Makes a user as netzbegruenung's SMS authenticator leaves one: the number is in a credential of its own type, as it was typed. */
export async function createMobileNumberUser(
  bed: TestBed,
  { mobileNumber, enabled = true }: { readonly mobileNumber?: string; readonly enabled?: boolean } = {},
): Promise<TestUser> {
  const user = await bed.createUser({ phone: false });
  const { client } = bed.pool;
  const representation = await client.users.findOne({ id: user.id });
  await client.users.del({ id: user.id });
  const { id } = await client.users.create({
    ...representation,
    enabled,
    credentials: [
      { type: 'password', value: user.password, temporary: false },
      {
        type: 'mobile-number',
        credentialData: JSON.stringify({ mobileNumber: mobileNumber ?? user.phoneNumber }),
        secretData: '{}',
      },
    ],
  });
  return { ...user, id };
}
