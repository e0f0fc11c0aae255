import { expect, test } from 'vitest';
import { LOGIN_OTP } from '../detect/frame-signals.fixture.ts';
import type { Message } from '../border.ts';
import { DocumentGoneError, openFrames } from './frames.ts';

const SENDER = { tabId: 3, frameId: 0, documentId: 'top', origin: 'https://id.example' };

/** Frames whose one document does this when it is asked. */
function framesWith(onAsked: (message: Message, frames: ReturnType<typeof openFrames>) => Promise<void>) {
  const frames = openFrames({
    inject: async () => [{ documentId: 'top' }],
    async send(_tabId, _documentId, message) {
      await onAsked(message, frames);
      return { ok: true, value: undefined };
    },
    randomId: () => 'request',
  });
  return frames;
}

test('a document is where the browser says it is, whatever it reports', async () => {
  const frames = framesWith(async ({ input }, asked) => {
    await asked.accept({ ...(input as object), signals: LOGIN_OTP, origin: 'https://bank.example' }, SENDER);
  });
  expect(await frames.read(3)).toEqual([
    { frameId: 0, documentId: 'top', origin: 'https://id.example', signals: LOGIN_OTP },
  ]);
});

test('a report that nobody asked for is dropped: of another tab, with a guessed request, too late', async () => {
  const frames = framesWith(async ({ input }, asked) => {
    await asked.accept({ ...(input as object), signals: LOGIN_OTP }, { ...SENDER, tabId: 4 });
    await asked.accept({ request: 'guess', signals: LOGIN_OTP }, SENDER);
  });
  expect(await frames.read(3)).toEqual([]);
  await frames.accept({ request: 'request', signals: LOGIN_OTP }, SENDER);
});

test('a document that goes away while it is asked, and a tab out of reach, are no error', async () => {
  const gone = framesWith(async () => {
    throw new Error('Receiving end does not exist.');
  });
  expect(await gone.read(3)).toEqual([]);
  const outOfReach = openFrames({
    inject: async () => {
      throw new Error('Cannot access contents of the page.');
    },
    send: async () => undefined,
    randomId: () => 'request',
  });
  expect(await outOfReach.read(3)).toEqual([]);
});

test('what most pages do not need comes when it is asked for, and with its document gone it is told so', async () => {
  const done: string[] = [];
  let isGone = false;
  const frames = openFrames({
    async inject(_tabId, script) {
      if (isGone) throw new Error('No tab with that id.');
      done.push(`run ${script}`);
      return [{ documentId: 'top' }];
    },
    async send(_tabId, _documentId, { name }) {
      done.push(`ask ${name}`);
      return { ok: true, value: [] };
    },
    randomId: () => 'request',
  });
  const document = { tabId: 3, documentId: 'top' };
  await frames.ask(document, 'submitForm', { field: 0 });
  await frames.ask(document, 'collectPictures');
  await frames.ask(document, 'pickField');
  expect(done).toEqual(['ask submitForm', 'run set-up', 'ask collectPictures', 'run pick', 'ask pickField']);
  isGone = true;
  await expect(frames.ask(document, 'collectPictures')).rejects.toThrow(DocumentGoneError);
});

/** How deep a document that shows this is read, each time that it is. */
async function depthsOfReading(signals: unknown): Promise<readonly unknown[]> {
  const depths: unknown[] = [];
  const frames = framesWith(async ({ input }, asked) => {
    depths.push((input as { readonly depth: unknown }).depth);
    await asked.accept({ ...(input as object), signals }, SENDER);
  });
  await frames.read(3);
  return depths;
}

test('every element that may have a shadow root is looked into only when nothing else has a code field', async () => {
  expect(await depthsOfReading(LOGIN_OTP)).toEqual(['likely']);
  expect(await depthsOfReading({ ...LOGIN_OTP, fields: [] })).toEqual(['likely', 'all']);
});
