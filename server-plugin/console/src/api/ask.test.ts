import { afterEach, expect, test, vi } from 'vitest';
import { ask } from './ask.ts';

const ACCESS = { server: 'https://id.example/auth', realm: 'my pool', getAccessToken: async () => 't' };

afterEach(() => vi.unstubAllGlobals());

function serverAnswers(answer: () => Promise<Response>) {
  const fetched = vi.fn<(url: string, request: RequestInit) => Promise<Response>>(answer);
  vi.stubGlobal('fetch', fetched);
  return fetched;
}

test('an answer is handed on, and the request carries the token and nothing else that tells who asks', async () => {
  const fetched = serverAnswers(async () => Response.json({ ok: true, users: 3 }));
  expect(await ask(ACCESS, '/lifeguard/factors')).toEqual({ ok: true, users: 3 });
  const [url, request] = fetched.mock.calls[0]!;
  expect(url).toBe('https://id.example/auth/admin/realms/my%20pool/lifeguard/factors');
  expect(request.headers).toEqual({ authorization: 'Bearer t', accept: 'application/json' });
});

test.each([
  ['a reason', { ok: false, code: 'x', reason: 'No such request.' }, 'No such request.'],
  ['problems', { ok: false, problems: [{ message: 'Too short.' }, { message: 'Too long.' }] }, 'Too short. Too long.'],
])('a refusal with %s says it', async (_, answer, message) => {
  serverAnswers(async () => Response.json(answer, { status: 400 }));
  await expect(ask(ACCESS, '/lifeguard/sms/limit', { method: 'PUT', body: {} })).rejects.toThrow(message);
});

test.each([
  [400, /400/],
  [403, /may not/],
  [404, /does not have/],
  [500, /500/],
])('status %i is said in a sentence, and nothing of what the server wrote', async (status, sentence) => {
  serverAnswers(async () => new Response('<html>secret</html>', { status }));
  const failure = ask(ACCESS, '/lifeguard/sms/spend');
  await expect(failure).rejects.toThrow(sentence);
  await expect(failure).rejects.not.toThrow(/secret/);
  await expect(failure).rejects.toMatchObject({ status });
});

test('a server that does not answer is said so', async () => {
  serverAnswers(() => Promise.reject(new TypeError('fetch failed')));
  await expect(ask(ACCESS, '/lifeguard/sms/spend')).rejects.toThrow('did not answer');
});
