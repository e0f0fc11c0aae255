import { sendFailureOf } from '../../sms/send-failure.ts';
import { type Sent, sendText, type TextToSend } from '../../sms/send-text.ts';
import type { CognitoPorts } from '../ports.ts';

/** Sends a text to the open user, and tells operators of one that may not arrive: the answer to the client says nothing of it. */
export function sendToldText(ports: CognitoPorts, text: TextToSend): Sent {
  const sent = sendText(text, ports);
  const reason = sendFailureOf(sent);
  if (reason !== undefined) ports.tellFailure({ error: 'sms_send_failed', reason });
  return sent;
}
