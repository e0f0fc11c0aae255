import { expect, test } from 'vitest';
import { frameWith } from '../detect/frame-signals.fixture.ts';
import type { PageFrame } from './page-frame.ts';
import { unseenOrigins } from './unseen-origins.ts';

function frame(origin: string, framedOrigins: readonly string[] = []): PageFrame {
  return { frameId: 0, documentId: origin, origin, signals: frameWith({ fields: [], framedOrigins }) };
}

test('frames that are shown and not read are noticed, once, also those within a frame', () => {
  const page = frame('https://shop.example', ['https://id.example', 'https://ads.example']);
  const inner = frame('https://id.example', ['https://mfa.example', 'https://ads.example']);
  expect(unseenOrigins([page])).toEqual(['https://id.example', 'https://ads.example']);
  expect(unseenOrigins([page, inner])).toEqual(['https://ads.example', 'https://mfa.example']);
});

test('frames that are filled nowhere are not worth a question', () => {
  expect(unseenOrigins([frame('https://shop.example', ['http://id.example', 'null', 'about:', ''])])).toEqual([]);
});
