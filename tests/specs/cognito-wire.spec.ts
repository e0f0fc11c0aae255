import { randomUUID } from 'node:crypto';
import { Agent, request as httpRequest } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import {
  CreateUserPoolCommand,
  DeleteUserPoolCommand,
  DescribeUserPoolCommand,
  InitiateAuthCommand,
  ListUserPoolsCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { expect, test } from '@playwright/test';
import { createApiKey } from '../support/api-key.ts';
import { testServer } from '../support/test-server.ts';

const JSON_1_1 = 'application/x-amz-json-1.1';
const TARGET = 'AWSCognitoIdentityProviderService.';
const endpoint = (realm = 'master'): string => `${testServer().url}/realms/${realm}/lifeguard/cognito`;

function call(operation: string, body: string, init: { readonly url?: string; readonly contentType?: string } = {}) {
  return fetch(init.url ?? endpoint(), {
    method: 'POST',
    redirect: 'error',
    headers: {
      'content-type': init.contentType ?? JSON_1_1,
      'x-amz-target': TARGET + operation,
      origin: 'https://app.example.org',
    },
    body,
  });
}

test('with and without a slash at the end, errors have what a browser needs to show them to a script', async () => {
  for (const url of [endpoint(), `${endpoint()}/`]) {
    const answer = await call('Nothing', '{}', { url });
    expect(answer.status).toBe(400);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': JSON_1_1,
      'access-control-allow-origin': '*',
      'access-control-expose-headers': 'x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date',
      'x-amzn-errortype': 'UnknownOperationException:',
      'x-amzn-requestid': expect.stringMatching(/^[0-9a-f-]{36}$/),
      'cache-control': 'no-store',
    });
    expect(await answer.json()).toMatchObject({ __type: 'UnknownOperationException' });
  }
});

test('a preflight is answered to any page, with the headers that it asks for', async () => {
  const headers = 'content-type,x-amz-target,x-amz-user-agent,amz-sdk-invocation-id,amz-sdk-request';
  const answer = await fetch(`${endpoint()}/`, {
    method: 'OPTIONS',
    headers: {
      origin: 'https://app.example.org',
      'access-control-request-method': 'POST',
      'access-control-request-headers': headers,
    },
  });
  expect(answer.status).toBe(200);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'POST',
    'access-control-allow-headers': headers,
    'access-control-max-age': '172800',
  });
});

test('whatever a request says of its body, it gets an answer in the form of AWS, and no 500', async () => {
  const refused = { UnknownOperationException: 400, SerializationException: 400, InvalidParameterException: 400 };
  for (const contentType of ['foo', 'a/b/c', ';', '', 'text/html; charset=nothing', 'multipart/form-data', 'image/*']) {
    const answer = await call('InitiateAuth', 'a=b', { contentType });
    const { __type: type } = (await answer.json()) as { readonly __type: keyof typeof refused };
    expect([contentType, answer.status, refused[type]]).toEqual([contentType, 400, 400]);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  }
  for (const body of [
    '',
    '{',
    '[]',
    'null',
    '['.repeat(100_000),
    '{"a":'.repeat(1_000),
    '\u0000',
    '"\ud800"',
    '{"ClientId":1}',
  ]) {
    const answer = await call('InitiateAuth', body);
    const { __type: type } = (await answer.json()) as { readonly __type: keyof typeof refused };
    expect([body.slice(0, 20), answer.status, refused[type]]).toEqual([body.slice(0, 20), 400, 400]);
  }
  const large = await call('InitiateAuth', 'x'.repeat(300_000));
  expect(large.status).toBe(413);
  expect(await large.json()).toMatchObject({ __type: 'RequestEntityTooLargeException' });
});

test('what calls itself a form is none, however broken or large it is', async () => {
  const boundary = 'limit';
  const forms = {
    'application/x-www-form-urlencoded': [
      'a=%',
      '%zz',
      '&=&',
      'a=%C3%28',
      `a=${'x'.repeat(200_000)}`,
      '{"ClientId":"100%"}',
    ],
    'application/x-www-form-urlencoded; charset=nothing': ['a=b'],
    [`multipart/form-data; boundary=${boundary}`]: [
      '',
      'no part',
      `--${boundary}`,
      `--${boundary}\r\nContent-Disposition: form-data; name="a"\r\n\r\n`,
      `--${boundary}\r\nContent-Type: ;;\r\n\r\n${'x'.repeat(200_000)}\r\n--${boundary}--`,
    ],
  };
  for (const [contentType, bodies] of Object.entries(forms)) {
    for (const body of bodies) {
      const answer = await call('InitiateAuth', body, { contentType });
      expect([contentType, body.slice(0, 20), answer.status]).toEqual([contentType, body.slice(0, 20), 400]);
      expect(await answer.json()).toHaveProperty('__type');
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    }
    expect((await call('InitiateAuth', 'x'.repeat(300_000), { contentType })).status).toBe(413);
  }
});

test('a GET of the endpoint is not understood, as AWS says it', async () => {
  const answer = await fetch(endpoint());
  expect(answer.status).toBe(404);
  expect(await answer.json()).toEqual({
    code: 'BadRequest',
    message: 'The server did not understand the operation that was requested.',
    type: 'client',
  });
});

test('the keys of a pool are there for whoever checks its tokens, at its own endpoint and at that of every pool', async () => {
  await using key = await createApiKey();
  const realm = `us-east-1_${randomUUID().replaceAll('-', '').slice(0, 9)}`;
  await key.admin.realms.create({ realm, enabled: true });
  try {
    const { keys } = (await (
      await fetch(`${testServer().url}/realms/${realm}/protocol/openid-connect/certs`)
    ).json()) as { readonly keys: readonly Record<string, unknown>[] };
    const signing = keys.filter(({ use, alg }) => use === 'sig' && alg === 'RS256');
    for (const url of [endpoint(), endpoint(realm)]) {
      const answer = await fetch(`${url}/${realm}/.well-known/jwks.json`);
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
      expect(answer.headers.get('cache-control')).toBe('public, max-age=300');
      expect(await answer.json()).toEqual({
        keys: signing.map(({ alg, e, kid, kty, n, use }) => ({ alg, e, kid, kty, n, use })),
      });
    }
    expect((await fetch(`${endpoint()}/us-east-1_nothingXX/.well-known/jwks.json`)).status).toBe(404);
    expect((await fetch(`${endpoint(realm)}/us-east-1_nothingXX/.well-known/jwks.json`)).status).toBe(404);
  } finally {
    await key.admin.realms.del({ realm });
  }
});

test('requests are signed by the secret of a service account, and by nothing else', async () => {
  await using key = await createApiKey();
  const list = new ListUserPoolsCommand({ MaxResults: 1 });
  expect((await key.client().send(list)).UserPools).toEqual([]);
  await expect(key.client({ secretAccessKey: 'another' }).send(list)).rejects.toMatchObject({
    name: 'InvalidSignatureException',
  });
  await key.setEnabled(false);
  await expect(key.client().send(list)).rejects.toMatchObject({ name: 'UnrecognizedClientException' });
  await key.setEnabled(true);
  expect((await key.client().send(list)).UserPools).toEqual([]);
  const unsigned = await call('ListUserPools', '{"MaxResults":1}');
  expect(await unsigned.json()).toMatchObject({ __type: 'MissingAuthenticationTokenException' });
});

test('a realm of any name serves its own pool, to the keys that it has itself', async () => {
  await using keyOfMaster = await createApiKey();
  const realm = `my realm ü ${randomUUID()}`;
  await keyOfMaster.admin.realms.create({ realm, enabled: true });
  try {
    await using key = await createApiKey({ realm, managementRoles: ['view-realm'] });
    const { id = '' } = (await key.admin.realms.findOne({ realm })) ?? {};
    const UserPoolId = `us-east-1_${id.replaceAll('-', '')}`;
    const describe = new DescribeUserPoolCommand({ UserPoolId });
    expect((await key.client().send(describe)).UserPool).toMatchObject({ Id: UserPoolId });
    // The roles are the ones that are asked for, and no more.
    await expect(key.client().send(new DeleteUserPoolCommand({ UserPoolId }))).rejects.toMatchObject({
      name: 'AccessDeniedException',
    });
    await expect(key.client({ endpoint: endpoint() }).send(describe)).rejects.toMatchObject({
      name: 'UnrecognizedClientException',
    });
    await expect(keyOfMaster.client({ endpoint: key.endpoint }).send(describe)).rejects.toMatchObject({
      name: 'UnrecognizedClientException',
    });
    await key.admin.realms.update({ realm }, { enabled: false });
    await expect(key.client().send(describe)).rejects.toMatchObject({ name: 'UnrecognizedClientException' });
    // Nor does it fail for those who need no key.
    const signIn = {
      ClientId: 'x',
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: 'x', PASSWORD: 'x' },
    } as const;
    await expect(key.client().send(new InitiateAuthCommand(signIn))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
  } finally {
    await keyOfMaster.admin.realms.del({ realm });
  }
});

test('whoever lacks the role may not', async () => {
  await using key = await createApiKey({ realmRoles: [] });
  await expect(key.client().send(new CreateUserPoolCommand({ PoolName: 'x' }))).rejects.toMatchObject({
    name: 'AccessDeniedException',
  });
  const realm = `us-east-1_${randomUUID().replaceAll('-', '').slice(0, 9)}`;
  await key.admin.realms.create({ realm, enabled: true });
  try {
    await expect(key.client().send(new DescribeUserPoolCommand({ UserPoolId: realm }))).rejects.toMatchObject({
      name: 'AccessDeniedException',
    });
  } finally {
    await key.admin.realms.del({ realm });
  }
});

test('the client signs the address that it knows, which Keycloak takes from the proxy that it trusts', async () => {
  await using key = await createApiKey();
  const { hostname, port } = new URL(testServer().url);
  const list = new ListUserPoolsCommand({ MaxResults: 1 });
  for (const [forwarded, outcome] of [
    [{ 'x-forwarded-host': 'id.example.org', 'x-forwarded-proto': 'https' }, 'answered'],
    [{}, 'InvalidSignatureException'],
  ] as const) {
    const cognito = key.client({ endpoint: 'https://id.example.org/realms/master/lifeguard/cognito' });
    // In place of a proxy that sends the request on under the server's own name.
    cognito.middlewareStack.add(
      (next) => (args) => {
        const request = args.request as {
          protocol: string;
          hostname: string;
          port: number;
          headers: Record<string, string>;
        };
        Object.assign(request, { protocol: 'http:', hostname, port: Number(port) });
        Object.assign(request.headers, { host: `${hostname}:${port}` }, forwarded);
        return next(args);
      },
      { step: 'deserialize', priority: 'high' },
    );
    const seen = await cognito.send(list).then(
      () => 'answered',
      (error: unknown) => (error as Error).name,
    );
    expect([forwarded, seen]).toEqual([forwarded, outcome]);
  }
});

test('a connection is kept open between requests', async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ports: (number | undefined)[] = [];
  for (let round = 0; round < 2; round += 1) {
    if (round > 0) await wait(20_000);
    ports.push(
      await new Promise<number | undefined>((resolve, reject) => {
        const request = httpRequest(
          endpoint(),
          { agent, method: 'POST', headers: { 'content-type': JSON_1_1, 'x-amz-target': `${TARGET}Nothing` } },
          (response) => {
            const port = response.socket.localPort;
            response.resume().on('end', () => resolve(port));
          },
        );
        request.on('error', reject).end('{}');
      }),
    );
  }
  agent.destroy();
  expect(ports[1]).toBe(ports[0]);
});
