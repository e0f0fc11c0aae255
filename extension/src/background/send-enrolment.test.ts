import { expect, test } from 'vitest';
import { LOGIN_CONFIG_TOTP } from '../detect/frame-signals.fixture.ts';
import type { EnrolmentPhase } from '../enrol/enrolment.ts';
import type { PageFrame } from '../fill/page-frame.ts';
import { DocumentGoneError } from './frames.ts';
import { sendEnrolment, type SendPorts } from './send-enrolment.ts';

const HERE = 'http://localhost:8080';
const ENROL: PageFrame = { frameId: 0, documentId: 'enrol', origin: HERE, signals: LOGIN_CONFIG_TOTP };

function world({ phase = 'filled' as EnrolmentPhase, frames = [ENROL], isLeaving = false } = {}) {
  const asked: unknown[] = [];
  const ports: SendPorts = {
    enrolments: { all: async () => ({ 3: { accountId: 'a', origin: HERE, phase } }) },
    frames: {
      read: async () => frames,
      ask: (async (...request: unknown[]) => {
        asked.push(request);
        if (isLeaving) throw new DocumentGoneError();
      }) as unknown as SendPorts['frames']['ask'],
    },
  };
  return { asked, ports };
}

test.each([false, true])(
  'the form of the enrolment is sent, whether its page has time to answer or not (%s)',
  async (isLeaving) => {
    const { asked, ports } = world({ isLeaving });
    expect(await sendEnrolment(3, ports)).toEqual({ ok: true });
    expect(asked).toEqual([[{ tabId: 3, documentId: 'enrol' }, 'submitForm', { field: expect.any(Number) }]]);
  },
);

test.each([
  ['in a tab without an enrolment', {}, 4, 'gone'],
  ['that was sent already', { phase: 'submitted' as const }, 3, 'gone'],
  ['that the user has left', { phase: 'cancelled' as const }, 3, 'gone'],
  ['whose page is another by now', { frames: [{ ...ENROL, origin: 'https://elsewhere.example' }] }, 3, 'gone'],
  ['whose page may not be seen', { frames: [] }, 3, 'no-access'],
])('no form is sent %s', async (_, changes, tabId, reason) => {
  const { asked, ports } = world(changes);
  expect(await sendEnrolment(tabId, ports)).toEqual({ ok: false, reason });
  expect(asked).toEqual([]);
});
