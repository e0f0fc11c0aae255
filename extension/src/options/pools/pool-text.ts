import type { ConnectAnswer, DisconnectAnswer } from '../../messages/pools-api.ts';
import { refusalText, text } from '../../ui/text.ts';

/** The sentence for a refusal, and after it what the pool itself has said. */
export function poolText({ reason, detail }: (ConnectAnswer | DisconnectAnswer) & { readonly ok: false }): string {
  return reason === 'pool-refused' && detail !== undefined ? text('poolSaid', detail) : refusalText(reason);
}
