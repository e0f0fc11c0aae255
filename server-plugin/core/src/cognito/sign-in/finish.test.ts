import { expect, test } from 'vitest';
import { SigningIn } from '../../testing/signing-in.ts';

test('a policy that can not be read lets nobody in', () => {
  const bed = new SigningIn({ attributes: { 'lifeguard.mfaConfiguration': 'REQUIRED' } });
  expect(bed.initiate()).toMatchObject({ __type: 'InvalidUserPoolConfigurationException' });
});

test('required actions that only pages can ask for are named', () => {
  const bed = new SigningIn({ user: { requiredActions: ['VERIFY_EMAIL'] } });
  expect(bed.initiate()).toMatchObject({
    __type: 'NotAuthorizedException',
    message: expect.stringContaining('VERIFY_EMAIL') as string,
  });
});
