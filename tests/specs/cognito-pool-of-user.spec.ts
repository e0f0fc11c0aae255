import { expect, test } from '@playwright/test';
import { apiApplication } from '../support/cognito-api.ts';
import { createTestBed } from '../support/test-bed.ts';

test('whoever has signed in learns what the pool asks for, and nobody else', async () => {
  await using bed = await createTestBed({ policy: { mfaConfiguration: 'OPTIONAL' }, realm: { displayName: 'Acme' } });
  const application = await apiApplication(bed);
  const user = await bed.createUser({ phone: false });
  const { AccessToken = '', IdToken = '' } = (await application.initiate(user)).AuthenticationResult ?? {};
  const url = `${bed.url}/realms/${bed.realm}/lifeguard/cognito/pool`;
  const ask = (authorization?: string) =>
    fetch(url, { headers: { origin: 'https://app.example.org', ...(authorization && { authorization }) } });

  const answer = await ask(`Bearer ${AccessToken}`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  expect(await answer.json()).toEqual({
    Name: 'Acme',
    MfaConfiguration: 'OPTIONAL',
    Factors: ['SMS_MFA', 'SOFTWARE_TOKEN_MFA'],
    AcceptedFactors: [],
    Username: user.username,
  });

  for (const authorization of [undefined, 'Bearer ', `Basic ${AccessToken}`, `Bearer ${IdToken}`, 'Bearer a.b.c']) {
    const refused = await ask(authorization);
    expect(refused.status).toBe(400);
    expect(refused.headers.get('access-control-allow-origin')).toBe('*');
    expect(await refused.json()).toMatchObject({ __type: 'NotAuthorizedException' });
  }

  const preflight = await fetch(url, {
    method: 'OPTIONS',
    headers: {
      origin: 'https://app.example.org',
      'access-control-request-method': 'GET',
      'access-control-request-headers': 'authorization',
    },
  });
  expect(Object.fromEntries(preflight.headers)).toMatchObject({
    'access-control-allow-methods': 'GET',
    'access-control-allow-headers': 'authorization',
  });
});
