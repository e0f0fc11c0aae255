import { afterEach, expect, test, vi } from 'vitest';
import { tokenSource } from './token-source.ts';

const SERVER = { issuer: 'https://id.example/realms/pool', token_endpoint: 'https://id.example/token' };

afterEach(() => vi.unstubAllGlobals());

function source(answer: () => Response) {
  let now = 0;
  const fetched = vi.fn(async () => answer());
  vi.stubGlobal('fetch', fetched);
  const onEnded = vi.fn<() => void>();
  const tokens = tokenSource({
    server: SERVER,
    client: { client_id: 'lifeguard-console' },
    tokens: { access_token: 'first', token_type: 'bearer', expires_in: 60, refresh_token: 'r' },
    options: {},
    now: () => now,
    onEnded,
  });
  return { tokens, fetched, onEnded, at: (seconds: number) => (now = seconds * 1_000) };
}

const RENEWED = () => Response.json({ access_token: 'second', token_type: 'Bearer', expires_in: 60 });

test('a token is used until shortly before its end', async () => {
  const { tokens, fetched, at } = source(RENEWED);
  at(44);
  expect(await tokens.getAccessToken()).toBe('first');
  expect(fetched).not.toHaveBeenCalled();
});

test('many requests at once renew it once', async () => {
  const { tokens, fetched, at } = source(RENEWED);
  at(46);
  expect(await Promise.all([tokens.getAccessToken(), tokens.getAccessToken()])).toEqual(['second', 'second']);
  expect(await tokens.getAccessToken()).toBe('second');
  expect(fetched).toHaveBeenCalledTimes(1);
});

test('a session that was ended elsewhere leads to the sign-in, and the request fails', async () => {
  const { tokens, onEnded, at } = source(() => Response.json({ error: 'invalid_grant' }, { status: 400 }));
  at(61);
  await expect(tokens.getAccessToken()).rejects.toThrow();
  expect(onEnded).toHaveBeenCalled();
});
