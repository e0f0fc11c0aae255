import type { ChooserApi } from '../chooser-api.ts';
import { asker } from '../ui/ask.ts';

/** What the content script around the frame tells, and is told, of looks and the keyboard. */
export interface Surroundings {
  /** Brought by the script that made this frame; the background knows which document that is. */
  readonly challenge: string;
  readonly port: MessagePort;
}

/** Waits for the script that has put this frame into a page. The page itself may send the same, but knows no challenge. */
export function onSurroundings(begin: (surroundings: Surroundings) => void): void {
  addEventListener('message', ({ isTrusted, source, data, ports: [port] }: MessageEvent<unknown>) => {
    const { challenge } = (typeof data === 'object' && data !== null ? data : {}) as { challenge?: unknown };
    if (isTrusted && source === parent && typeof challenge === 'string' && port !== undefined)
      begin({ challenge, port });
  });
}

/** Asks the background, from the frame, which the background knows by its document. */
export const askFromFrame = asker<ChooserApi>();
