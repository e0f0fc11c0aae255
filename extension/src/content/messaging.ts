import { type Message, replyOf } from '../border.ts';
import type { ContentApi } from '../content-api.ts';

/** Answers what the background asks of this document by name. */
export function answerRequests<Api extends object>(handlers: Api): void {
  // By the callback, the one way to answer that `chrome.runtime` has in both browsers.
  chrome.runtime.onMessage.addListener(({ name, input }: Message, _sender, answer) => {
    if (!Object.hasOwn(handlers, name)) return false;
    const handler = handlers[name as keyof Api] as (input: unknown) => Promise<unknown>;
    void replyOf(() => handler(input)).then(answer);
    return true;
  });
}

export async function tell<Name extends keyof ContentApi>(
  name: Name,
  input: Parameters<ContentApi[Name]>[0],
): Promise<void> {
  await chrome.runtime.sendMessage({ name, input } satisfies Message);
}
