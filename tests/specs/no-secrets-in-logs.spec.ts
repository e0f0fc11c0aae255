import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { readEvidence } from '../support/evidence.ts';
import { findLeaks } from '../support/find-leaks.ts';
import type { SentText } from '../support/sms-gateway.ts';
import { testServer } from '../support/test-server.ts';

test('no code, seed or full phone number of this run is in a log line or an event', async () => {
  const { gatewayUrl, logFile } = testServer();
  const texts = (await (await fetch(gatewayUrl)).json()) as SentText[];
  const { secrets, events, logs } = await readEvidence();
  const hidden = [
    ...secrets,
    ...texts.map(({ to }) => to.slice(1)),
    ...texts.flatMap(({ text }) => /\b[0-9]{6}\b/.exec(text) ?? []),
  ];
  expect(texts.length, 'texts in this run').toBeGreaterThan(10);
  expect(events.length, 'events in this run').toBeGreaterThan(50);
  expect(logs.length, 'lines in the logs of other servers').toBeGreaterThan(50);

  const log = await readFile(logFile, 'utf8');
  expect(log).toContain('CoreEngine.call startSignIn took');
  const lines = [...[...log.split('\n'), ...logs].map(withoutTimes), ...events];
  expect(findLeaks(lines, hidden).map((line) => line.slice(0, 200))).toEqual([]);
});

test('the search finds a secret however a log would hold it, and takes no other digits for one', () => {
  const secrets = ['123456', '14155550123', 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'];
  for (const leak of [
    'sending "Your authentication code is 123456."',
    '{"otp":"123456"}',
    'code=123456&factor=',
    'no answer for +14155550123',
    'POST /send?to=%2B14155550123',
    'otpauth://totp/a?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=a',
  ]) {
    expect(findLeaks([leak], secrets)).toEqual([leak]);
  }
  for (const time of ['2026-01-31 23:59:59,999 ', 'CoreEngine.call startSignIn took 123456 us']) {
    expect(findLeaks([withoutTimes(time)], secrets)).toEqual([]);
    expect(findLeaks([withoutTimes(`${time} 123456`)], secrets)).toHaveLength(1);
  }
  const others = ['at 1123456 ms', 'in 0.123456 s', '123456.7 us', 'id 0a123456-7b', 'to +*******0123'];
  expect(findLeaks(others, secrets)).toEqual([]);
});

/** When a line was written and how long a call took are digits of nobody's: on a busy machine six of them are now and then those of a code. */
function withoutTimes(line: string): string {
  return line
    .replace(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2},\d{3} /, '')
    .replace(/(CoreEngine\.call .*) took \d+ us$/, '$1');
}
