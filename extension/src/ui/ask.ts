import { browser } from '../browser.ts';
import type { PageApi } from '../messages/page-api.ts';
import { type Message, type Reply, valueOf } from '../border.ts';

/**
 * Asks the background one of the requests of an interface.
 * @throws NoAnswerError when the background is gone
 * @throws BorderError when it failed
 */
type Ask<Api extends Record<keyof Api, (input: never) => Promise<unknown>>> = <Name extends keyof Api & string>(
  name: Name,
  ...input: Parameters<Api[Name]>
) => Promise<Awaited<ReturnType<Api[Name]>>>;

/** The background does not answer, or has ended before its answer: the browser may have stopped or replaced it. */
export class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError';
}

/** The way to ask what an interface has. */
export function asker<Api extends Record<keyof Api, (input: never) => Promise<unknown>>>(): Ask<Api> {
  return async (name, ...[input]) => valueOf(await replyTo({ name, input })) as never;
}

/** Asks the background, from a page of the extension. */
export const ask = asker<PageApi>();

async function replyTo(message: Message): Promise<Reply> {
  let reply: Reply | undefined;
  try {
    reply = await browser.runtime.sendMessage(message);
  } catch (cause) {
    throw new NoAnswerError(`The background has not answered ${message.name}.`, { cause });
  }
  if (reply === undefined) throw new NoAnswerError(`The background does not answer ${message.name}.`);
  return reply;
}
