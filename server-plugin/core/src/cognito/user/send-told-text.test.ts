import { expect, test } from 'vitest';
import { UserBed } from '../../testing/user-bed.ts';

const requests: readonly (readonly [string, (bed: UserBed) => unknown])[] = [
  ['a sign-in', (bed) => bed.initiate()],
  ['a verification', (bed) => bed.self('GetUserAttributeVerificationCode', { AttributeName: 'phone_number' })],
  ['an invitation', (bed) => bed.admin('AdminCreateUser', { Username: 'ann', UserAttributes: NUMBER })],
];
const NUMBER = [{ Name: 'phone_number', Value: '+14155550100' }];

test.each(requests)('operators are told why the text of %s may not arrive', (_what, send) => {
  const failures = (['refused', 'unknown', 'accepted'] as const).map((gateway) => {
    const bed = new UserBed({ mfa: 'ON' });
    bed.keycloak.beside.gateway = gateway;
    send(bed);
    return bed.keycloak.beside.events.filter(({ error }) => error === 'sms_send_failed').map(({ reason }) => reason);
  });
  expect(failures).toEqual([['sms_refused'], ['sms_unanswered'], []]);
});
