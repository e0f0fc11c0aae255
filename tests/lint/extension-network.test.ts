import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const SOURCES = join(import.meta.dirname, '../../extension/src');

/** Ways to the network that a script has, and where the extension takes one. */
const WAYS = /\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|WebTransport|RTCPeerConnection/;
const TAKEN: Readonly<Record<string, string>> = {
  'background/services.ts': 'a user pool, when the user asks for it',
  'content/clock.iife.ts': 'the site whose code is filled, for the time there',
  'pool/pool-http.ts': 'a user pool, when the user asks for it',
  'qr/decode-qr.ts': 'no network: a data URL',
};

test('the extension talks to the network where it says so, and nowhere else', () => {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.tsx?$/.test(file) && !/\.(?:test|fixture)\.tsx?$/.test(file),
  );
  expect(files.length).toBeGreaterThan(100);
  const talking = files.filter((file) => WAYS.test(readFileSync(join(SOURCES, file), 'utf8')));
  expect(talking.toSorted()).toEqual(Object.keys(TAKEN));
});
