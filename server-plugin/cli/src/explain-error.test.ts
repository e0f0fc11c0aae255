import { NetworkError } from '@keycloak/keycloak-admin-client';
import { describe, expect, it } from 'vitest';
import { connect } from './connect.ts';
import { explainAdminError, explainSignInError } from './explain-error.ts';

const where = { server: 'https://id.example.com', realm: 'demo', authRealm: 'master' };

function answer(status: number, responseData: unknown = {}): NetworkError {
  const response = new Response('{}', { status });
  Object.defineProperty(response, 'url', { value: 'https://id.example.com/admin/realms/demo/users/1?secret=x' });
  return new NetworkError('refused', { response, responseData });
}

describe('explainAdminError', () => {
  it.each([
    [401, 'wrong-credentials'],
    [403, 'missing-role'],
    [404, 'refused-by-server'],
    [500, 'refused-by-server'],
  ])('gives the answer %i the code %s', (status, code) => {
    expect(explainAdminError(answer(status), where)).toMatchObject({ code });
  });

  const refusal = { field: 'phoneNumber', errorMessage: 'error-invalid', params: ['phoneNumber', '+14155550123'] };

  it.each([refusal, { errors: [refusal, refusal] }])(
    'names the field that Keycloak refused, and never the value',
    (data) => {
      const error = explainAdminError(answer(400, data), where);
      expect(error).toMatchObject({ message: expect.stringContaining('phoneNumber: error-invalid') });
      expect(String(error)).not.toMatch(/4155550123|secret/);
    },
  );

  it.each([undefined, '', 'Bad Gateway', [], { errors: [] }])('bears an answer without a reason: %j', (data) => {
    expect(explainAdminError(answer(502, data), where)).toMatchObject({
      message: expect.stringContaining('with 502: no reason was given.'),
    });
  });

  it('passes a fault of the program through', () => {
    const fault = new RangeError('broken');
    expect(explainAdminError(fault, where)).toBe(fault);
  });
});

describe('explainSignInError', () => {
  it.each([
    [401, 'wrong-credentials'],
    [400, 'wrong-credentials'],
    [404, 'realm-not-found'],
    [403, 'refused-by-server'],
  ])('gives the answer %i the code %s', (status, code) => {
    expect(explainSignInError(answer(status), where)).toMatchObject({ code });
  });
});

it('says that a server does not answer', async () => {
  const nobody = connect({
    server: 'http://127.0.0.1:1',
    realm: 'demo',
    credentials: { user: 'admin', password: 'secret' },
  });
  await expect(nobody).rejects.toMatchObject({ code: 'unreachable' });
});
