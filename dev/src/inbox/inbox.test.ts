import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startInbox, type Inbox } from './inbox.ts';

const AT = new Date('2026-01-02T03:04:05.678Z');
const JSON_TYPE = { 'content-type': 'application/json' };

let inbox: Inbox;
beforeEach(async () => {
  inbox = await startInbox({ port: 0, now: () => AT });
});
afterEach(() => inbox.close());

function post(body: string, headers: Record<string, string> = JSON_TYPE): Promise<Response> {
  return fetch(inbox.url, { method: 'POST', headers, body });
}

async function page(): Promise<string> {
  return (await fetch(inbox.url, { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } })).text();
}

/** `fetch` does not let a caller choose the Host header. */
function statusForHost(host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(inbox.url, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

test('what was posted is read back as JSON, the newest last', async () => {
  expect((await post('{"to":"+447700900123","text":"first"}')).status).toBe(204);
  await post('{"to":"+447700900124","text":"second"}');
  const response = await fetch(inbox.url);
  expect(response.headers.get('content-type')).toBe('application/json');
  expect(await response.json()).toEqual([
    { to: '+447700900123', text: 'first', at: AT.toISOString() },
    { to: '+447700900124', text: 'second', at: AT.toISOString() },
  ]);
  expect(inbox.messages()).toHaveLength(2);
});

test('a browser gets a page with the newest message first', async () => {
  await post('{"to":"+447700900123","text":"first"}');
  await post('{"to":"+447700900123","text":"second"}');
  const html = await page();
  expect(html.indexOf('second')).toBeGreaterThan(0);
  expect(html.indexOf('second')).toBeLessThan(html.indexOf('first'));
  expect(html).toContain(AT.toISOString());
});

test('DELETE and clear() empty it', async () => {
  await post('{"to":"+447700900123","text":"one"}');
  expect((await fetch(inbox.url, { method: 'DELETE' })).status).toBe(204);
  expect(inbox.messages()).toEqual([]);
  await post('{"to":"+447700900123","text":"two"}');
  inbox.clear();
  expect(await (await fetch(inbox.url)).json()).toEqual([]);
});

test('keeps the last 500 messages', async () => {
  for (let i = 0; i < 502; i++) await post(JSON.stringify({ to: '+447700900123', text: `${i}` }));
  expect(inbox.messages()).toHaveLength(500);
  expect(inbox.messages()[0]?.text).toBe('2');
});

describe('a message that is refused', () => {
  test.each([
    ['no JSON', '{', 'must be a JSON object'],
    ['JSON that is no object', '["to","text"]', 'must be a JSON object'],
    ['null', 'null', 'must be a JSON object'],
    ['no number', '{"text":"x"}', '"to" must be'],
    ['no text', '{"to":"+447700900123"}', '"text" must be'],
    ['an empty text', '{"to":"+447700900123","text":""}', '"text" must be'],
    ['a number that is no string', '{"to":447700900123,"text":"x"}', '"to" must be'],
    ['too large', JSON.stringify({ to: '+447700900123', text: 'x'.repeat(20_000) }), 'must not be larger'],
  ])('%s: 400 and a sentence', async (_name, body, sentence) => {
    const response = await post(body);
    expect(response.status).toBe(400);
    expect(((await response.json()) as { message: string }).message).toContain(sentence);
    expect(inbox.messages()).toEqual([]);
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', 'text/plain; a=application/json'])(
    'a content type that a web page may send without asking, %s: 415',
    async (type) => {
      expect((await post('{"to":"+447700900123","text":"x"}', { 'content-type': type })).status).toBe(415);
      expect(inbox.messages()).toEqual([]);
    },
  );
});

test.each(['PUT', 'PATCH', 'OPTIONS'])('%s is not allowed', async (method) => {
  const response = await fetch(inbox.url, { method });
  expect(response.status).toBe(405);
  expect(response.headers.get('allow')).toBe('GET, HEAD, POST, DELETE');
});

describe('against a web page in the same browser', () => {
  test('its preflight is answered without any permission', async () => {
    const headers = { origin: 'https://evil.example', 'access-control-request-method': 'DELETE' };
    const response = await fetch(inbox.url, { method: 'OPTIONS', headers });
    expect([...response.headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
  });

  test.each([
    'evil.example',
    'evil.example:80',
    '127.0.0.1.evil.example',
    'localhost.evil.example',
    '127.0.0.1@evil.example',
  ])('DNS rebinding: a request to %s is refused', async (host) => {
    expect(await statusForHost(host)).toBe(403);
  });

  test.each(['localhost', 'localhost:8081', '127.0.0.1:8081', '[::1]:8081'])('%s is this machine', async (host) => {
    expect(await statusForHost(host)).toBe(200);
  });
});

test('a text is shown and never run', async () => {
  await post(JSON.stringify({ to: '"><img src=x>', text: "<script>alert('x')</script>&" }));
  const html = await page();
  expect(html).toContain('&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;');
  expect(html).toContain('&quot;&gt;&lt;img src=x&gt;');
  expect(html).not.toContain('<img');
});

test('the page loads nothing from anywhere and runs only its own script', async () => {
  const response = await fetch(inbox.url, { headers: { accept: 'text/html' } });
  const policy = response.headers.get('content-security-policy') ?? '';
  const nonce = /script-src 'nonce-([^']+)'/.exec(policy)?.[1] ?? 'none';
  const html = await response.text();
  expect(policy).toContain("default-src 'none'");
  expect(html).toContain(`<script nonce="${nonce}">`);
  expect(html).not.toMatch(/\b(?:src|href)=/);
});

test('a taken port is one sentence that says what to do', async () => {
  const port = Number(new URL(inbox.url).port);
  await expect(startInbox({ port })).rejects.toMatchObject({
    name: 'Problem',
    message: `Port ${port} for the SMS inbox is taken: end the program that uses it or choose another port.`,
  });
});
