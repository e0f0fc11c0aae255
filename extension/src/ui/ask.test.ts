import { afterEach, describe, expect, test, vi } from 'vitest';
import { BorderError } from '../border.ts';
import { ask, NoAnswerError } from './ask.ts';
import { ifAnswered } from './if-answered.ts';

const { sendMessage } = vi.hoisted(() => ({ sendMessage: vi.fn() }));
vi.mock('../browser.ts', () => ({ browser: { runtime: { sendMessage } } }));
afterEach(() => sendMessage.mockReset());

describe('a background that is gone is told from one that failed', () => {
  test('it answers nothing', async () => {
    sendMessage.mockResolvedValue(undefined);
    await expect(ask('backupStatus')).rejects.toThrow(NoAnswerError);
  });

  test('it is not there, or ends before its answer', async () => {
    const cause = new Error('Could not establish connection. Receiving end does not exist.');
    sendMessage.mockRejectedValue(cause);
    await expect(ask('backupStatus')).rejects.toMatchObject({ name: 'NoAnswerError', cause });
  });

  test('it failed', async () => {
    sendMessage.mockResolvedValue({ ok: false, error: 'Error: no room', code: 'no-room' });
    await expect(ask('backupStatus')).rejects.toMatchObject({ name: 'BorderError', code: 'no-room' });
  });
});

describe('what is nice to know', () => {
  test('is not missed when nobody answers', async () => {
    await expect(ifAnswered(Promise.reject(new NoAnswerError('gone')))).resolves.toBeUndefined();
    await expect(ifAnswered(Promise.resolve(0))).resolves.toBe(0);
  });

  test.each([new TypeError('no function'), new BorderError({ error: 'failed' }), new DOMException('refused')])(
    'hides no fault: %s',
    async (fault) => {
      await expect(ifAnswered(Promise.reject(fault))).rejects.toBe(fault);
    },
  );
});
