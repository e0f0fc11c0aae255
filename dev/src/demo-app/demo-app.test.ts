import { createServer, type Server } from 'node:http';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listenOnLoopback } from '../http/port.ts';
import { startDemoApp, type DemoApp } from './demo-app.ts';

/** The two endpoints that a sign-in asks, as OpenID Connect Core sections 3.1.3 and 5.3 describe them. */
let openIdProvider: Server;
let app: DemoApp;
let tokenRequests: URLSearchParams[];

beforeEach(async () => {
  tokenRequests = [];
  openIdProvider = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const isToken = request.url?.endsWith('/token') === true;
      if (isToken) tokenRequests.push(new URLSearchParams(body));
      const claims = {
        preferred_username: 'ada',
        name: '<Ada>',
        phone_number: '+447700900123',
        phone_number_verified: true,
      };
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(isToken ? { access_token: 'access', id_token: 'id' } : claims));
    });
  });
  const port = await listenOnLoopback(openIdProvider, { port: 0, use: 'a test' });
  app = await startDemoApp({ port: 0, issuer: `http://127.0.0.1:${port}/realms/demo`, clientId: 'demo-app' });
});
afterEach(async () => {
  await app.close();
  openIdProvider.close();
});

function get(path: string, cookie = ''): Promise<Response> {
  return fetch(new URL(path, app.url), { redirect: 'manual', headers: { cookie } });
}

async function beginSignIn(): Promise<URLSearchParams> {
  const response = await get('/sign-in');
  return new URL(response.headers.get('location') ?? '').searchParams;
}

test('a sign-in ends on a page that says who it is, with the number masked', async () => {
  const asked = await beginSignIn();
  expect(Object.fromEntries(asked)).toMatchObject({
    client_id: 'demo-app',
    response_type: 'code',
    redirect_uri: `${app.url}signed-in`,
    code_challenge_method: 'S256',
  });
  const back = await get(`/signed-in?code=c&state=${asked.get('state')}`);
  expect(back.status).toBe(303);
  const page = await (await get('/', back.headers.get('set-cookie')?.split(';')[0])).text();
  expect(page).toContain('&lt;Ada&gt; (ada)');
  expect(page).toContain('0123, verified');
  expect(page).not.toContain('+447700900123');
  expect(tokenRequests[0]?.get('code_verifier')).toMatch(/^[\w-]{43}$/);
});

test('a state that the application did not give out redeems nothing', async () => {
  expect((await get('/signed-in?code=c&state=forged')).status).toBe(400);
  expect(tokenRequests).toEqual([]);
});

test('a state works once', async () => {
  const state = (await beginSignIn()).get('state');
  await get(`/signed-in?code=c&state=${state}`);
  expect((await get(`/signed-in?code=c&state=${state}`)).status).toBe(400);
  expect(tokenRequests).toHaveLength(1);
});

test("Keycloak's refusal is shown as text", async () => {
  const state = (await beginSignIn()).get('state');
  const page = await (await get(`/signed-in?error=${encodeURIComponent('<b>denied</b>')}&state=${state}`)).text();
  expect(page).toContain('&lt;b&gt;denied&lt;/b&gt;');
});
