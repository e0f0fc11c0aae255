import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { readEvidence } from '../support/evidence.ts';
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
  // Times and ids are full of digits: only a number that stands by itself is a code.
  const lines = [...[...log.split('\n'), ...logs].map(withoutTime), ...events];
  const found = [...new Set(hidden)].flatMap((secret) => {
    const asWord = new RegExp(`(?<![0-9A-Za-z.-])\\+?${secret}(?![0-9A-Za-z.-])`);
    return lines.filter((line) => asWord.test(line)).map((line) => line.slice(0, 200));
  });
  expect(found).toEqual([]);
});

function withoutTime(line: string): string {
  return line.replace(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2},\d{3} /, '');
}
