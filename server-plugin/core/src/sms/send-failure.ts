import type { Sent } from './send-text.ts';

/** Why a text may not arrive, as operators read it in events; undefined for one that went out. */
export type SendFailure = `sms_${string}`;

export function sendFailureOf(sent: Sent): SendFailure | undefined {
  switch (sent.outcome) {
    case 'accepted':
      return undefined;
    case 'unknown':
      return 'sms_unanswered';
    case 'refused':
      return sent.reason === 'gateway' ? 'sms_refused' : `sms_${sent.reason.replaceAll('-', '_')}`;
  }
}
