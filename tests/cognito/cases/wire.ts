import assert from 'node:assert/strict';
import { refused } from '../checks.ts';
import { sdkOperations } from '../clients/sdk.ts';
import type { CognitoEndpoint } from '../endpoint.ts';
import { factorBlocks } from '../pool.ts';
import type { OperationsCase } from './case.ts';

const PREFIX = 'AWSCognitoIdentityProviderService.';

/** Contract section 3: what goes over the wire, which no client shows. These are asked once and not of each client. */
export const wireCases: readonly OperationsCase[] = [
  {
    name: 'a refusal has the same type in header and body, the headers of CORS and an id of its own',
    async run({ endpoint }) {
      const answers = [await post(endpoint, 'GetUser', '{}'), await post(endpoint, 'GetUser', '{}')];
      for (const { status, headers, json } of answers) {
        assert.equal(status, 400);
        assert.equal(headers.get('content-type'), 'application/x-amz-json-1.1');
        assert.equal(headers.get('x-amzn-errortype'), `${String(json['__type'])}:`);
        assert.equal(headers.get('x-amzn-errormessage'), json['message']);
        assert.equal(json['__type'], 'InvalidParameterException');
        assert.equal(headers.get('access-control-allow-origin'), '*');
        assert.match(headers.get('access-control-expose-headers') ?? '', /x-amzn-RequestId.*x-amzn-ErrorType/);
      }
      const ids = answers.map(({ headers }) => headers.get('x-amzn-requestid') ?? '');
      assert(ids[0] !== '' && ids[0] !== ids[1]);
    },
  },
  {
    name: 'a browser may ask: the preflight allows what it asks for',
    async run({ endpoint }) {
      const asked = 'authorization,content-type,x-amz-target,x-amz-user-agent,amz-sdk-request';
      const response = await fetch(endpoint.url, {
        method: 'OPTIONS',
        headers: {
          origin: 'https://app.example.org',
          'access-control-request-method': 'POST',
          'access-control-request-headers': asked,
        },
      });
      assert.equal(response.status, 200);
      assert.equal(response.headers.get('access-control-allow-origin'), '*');
      assert.match(response.headers.get('access-control-allow-methods') ?? '', /POST/);
      const allowed = (response.headers.get('access-control-allow-headers') ?? '').toLowerCase().split(/, */);
      assert.deepEqual(allowed.toSorted(), asked.split(',').toSorted());
    },
  },
  {
    name: 'an operation that is not there is 400, so that no client repeats it',
    async run({ endpoint }) {
      for (const target of [`${PREFIX}CreateUserImportJob`, `${PREFIX}toString`, 'Other.GetUser', '', 'GetUser']) {
        const { status, json } = await post(endpoint, '', '{}', { 'x-amz-target': target });
        assert.deepEqual([status, json['__type']], [400, 'UnknownOperationException'], target);
      }
    },
  },
  {
    name: 'a body that is no JSON, or of another type, is 400',
    async run({ endpoint }) {
      for (const body of ['{', '[]', '"text"', 'null', '\u0000', '{"AccessToken":}']) {
        const { status, json } = await post(endpoint, 'GetUser', body);
        assert.deepEqual([status, json['__type']], [400, 'SerializationException'], body);
      }
      const { status } = await post(endpoint, 'GetUser', '{}', { 'content-type': 'text/plain' });
      assert.equal(status, 400);
    },
  },
  {
    name: 'the endpoint is the same with a slash at its end, and its pages are for no one else',
    async run({ endpoint }) {
      const { status, json } = await post({ ...endpoint, url: `${endpoint.url}/` }, 'GetUser', '{}');
      assert.deepEqual([status, json['__type']], [400, 'InvalidParameterException']);
    },
  },
  {
    name: 'what has to be signed is not answered without a signature, with a wrong one, or by an unknown key',
    async run({ endpoint }) {
      const { json } = await post(endpoint, 'ListUserPools', '{"MaxResults":1}');
      assert.equal(json['__type'], 'MissingAuthenticationTokenException');
      const forged = sdkOperations({ ...endpoint, secretAccessKey: 'forged' });
      const list = { MaxResults: 1 };
      await refused(forged.call('ListUserPools', list), 'InvalidSignatureException', /signature we calculated/);
      const unknown = sdkOperations({ ...endpoint, accessKeyId: 'nobody' });
      await refused(unknown.call('ListUserPools', list), 'UnrecognizedClientException', /security token/);
      await forged.close();
      await unknown.close();
    },
  },
  {
    name: 'any region is served',
    async run({ endpoint }) {
      const elsewhere = sdkOperations({ ...endpoint, region: 'us-west-2' });
      const made = await elsewhere.call('CreateUserPool', { PoolName: 'cases' });
      const { Id: UserPoolId } = made['UserPool'] as { readonly Id: string };
      assert.match(UserPoolId, /^us-west-2_[0-9a-zA-Z]{9}$/);
      const policy = { MfaConfiguration: 'ON', ...factorBlocks(['totp']) };
      await elsewhere.call('SetUserPoolMfaConfig', { UserPoolId, ...policy });
      assert.deepEqual(await elsewhere.call('DeleteUserPool', { UserPoolId }), {});
      await elsewhere.close();
    },
  },
  {
    name: 'the keys of a pool are public, those of no pool are not found',
    async run({ endpoint, pool }) {
      const { poolId } = await pool({ mfa: 'OFF' });
      const keysOf = (id: string) => fetch(`${endpoint.url}/${id}/.well-known/jwks.json`);
      const found = await keysOf(poolId);
      assert.equal(found.status, 200);
      const { keys } = (await found.json()) as { readonly keys: readonly Readonly<Record<string, string>>[] };
      const [key] = keys.filter(({ use }) => use === 'sig');
      assert.deepEqual([key?.['kty'], key?.['alg']], ['RSA', 'RS256']);
      assert.equal(key?.['d'], undefined);
      assert.equal((await keysOf('us-east-1_nowhere00')).status, 404);
    },
  },
];

async function post(
  { url }: Pick<CognitoEndpoint, 'url'>,
  operation: string,
  body: string,
  more: Readonly<Record<string, string>> = {},
) {
  const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': PREFIX + operation, ...more };
  const response = await fetch(url, { method: 'POST', headers, body });
  const json = (await response.json()) as Readonly<Record<string, unknown>>;
  return { status: response.status, headers: response.headers, json };
}
